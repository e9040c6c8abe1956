#pragma once

class QNetworkAccessManager;

namespace ui {
class Serving;
}

/// Sends what a client might send to a broker that is served, the last request with a signature
/// over the wrong text: for pictures of the requests.
void sendSampleRequests(const ui::Serving& serving, QNetworkAccessManager& network);
