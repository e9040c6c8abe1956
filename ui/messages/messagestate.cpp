#include "messagestate.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct MessageStateText
{
    Q_DECLARE_TR_FUNCTIONS(ui::MessageState)
};

} // namespace

QString stateText(cmq::MessageState state)
{
    switch (state) {
    case cmq::MessageState::Delayed: return MessageStateText::tr("Delayed");
    case cmq::MessageState::Active: return MessageStateText::tr("Visible");
    case cmq::MessageState::Inactive: return MessageStateText::tr("In flight");
    case cmq::MessageState::Rewindable: return MessageStateText::tr("Rewindable");
    }
    return {};
}

QString stateHelp(cmq::MessageState state)
{
    switch (state) {
    case cmq::MessageState::Delayed:
        return MessageStateText::tr("Sent with a delay that has not ended (delayMsgNum)");
    case cmq::MessageState::Active:
        return MessageStateText::tr("Can be received now (activeMsgNum)");
    case cmq::MessageState::Inactive:
        return MessageStateText::tr(
            "Received, and hidden until its visibility timeout ends (inactiveMsgNum)");
    case cmq::MessageState::Rewindable:
        return MessageStateText::tr("Deleted, but a rewind can bring it back (rewindmsgNum)");
    }
    return {};
}

Tone stateTone(cmq::MessageState state)
{
    switch (state) {
    case cmq::MessageState::Delayed: return Tone::Delayed;
    case cmq::MessageState::Active: return Tone::Visible;
    case cmq::MessageState::Inactive: return Tone::InFlight;
    case cmq::MessageState::Rewindable: return Tone::Rewindable;
    }
    return Tone::Text;
}

QStringView stateIconName(cmq::MessageState state)
{
    switch (state) {
    case cmq::MessageState::Delayed: return u"clock-history";
    case cmq::MessageState::Active: return u"envelope";
    case cmq::MessageState::Inactive: return u"hourglass-split";
    case cmq::MessageState::Rewindable: return u"rewind-fill";
    }
    return {};
}

QIcon stateIcon(cmq::MessageState state)
{
    return icon(stateIconName(state), stateTone(state));
}

} // namespace ui
