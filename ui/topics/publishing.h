#pragma once

#include "ui/messages/repeating.h"

namespace ui {

class Connection;
class PublishDialog;

/// Does for a PublishDialog what it asks for, and remembers what was published. Lives as long as the
/// dialog, its parent.
class Publishing final : public QObject
{
    Q_OBJECT

public:
    Publishing(Connection& connection, PublishDialog* dialog);

private:
    void publish(qint64 seq, Repeating::Answered answered);

    Connection& m_connection; // outlives every dialog
    PublishDialog* m_dialog;  // our parent
    Repeating m_repeating;
};

} // namespace ui
