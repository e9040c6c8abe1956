#pragma once

#include "cmq/action.h"
#include "cmq/service.h"

class RemoteClient;

/// The actions that describe many things at once are not in CMQ's HTTP API: they are made of a
/// list, page by page, and of one request for each thing, in the list's order and so many at a time
/// as the client says. What disappears between the two is left out. Any other failure fails the
/// whole, or with `toleratesGaps` leaves out one thing, as long as the endpoint itself is there.
///
/// Answers the call in the end. False: this is no such action.
[[nodiscard]] bool startListing(RemoteClient& client, cmq::RequestId call,
                                const cmq::Action& action);

/// The same where API 3.0 describes many things in one request: page by page.
[[nodiscard]] bool startCloudListing(RemoteClient& client, cmq::RequestId call,
                                     const cmq::Action& action);

/// Whether an action is made that way.
[[nodiscard]] bool isListing(const cmq::Action& action);
