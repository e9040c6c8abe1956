#pragma once

#include "cmq/copysource.h"

#include <QStringList>
#include <QWidget>

#include <functional>

class QPushButton;

namespace ui {

class Connection;

/// Something that is tried on a copy of the broker before it is done.
struct Rehearsal
{
    cmq::CopyScope scope; ///< what of the broker it is about
    using Done = std::function<void(const QStringList& problems)>;
    /// Does it over the connection of the copy; calls `done` once, later, with what went wrong.
    /// When `context` goes, so does the copy.
    std::function<void(Connection& copy, QWidget* context, Done done)> act;
};

/// Whoever can rehearse what a dialog is about to do: found among the parents of the dialog, so
/// that a dialog needs to know no connection.
class RehearsalHost
{
public:
    RehearsalHost() = default;
    RehearsalHost(const RehearsalHost&) = delete;
    RehearsalHost& operator=(const RehearsalHost&) = delete;
    virtual ~RehearsalHost() = default;

    /// Why nothing can be tried there; empty if it can.
    [[nodiscard]] virtual QString whyNotRehearse() const = 0;
    /// Does it on a copy and shows above `window` what would change.
    virtual void rehearse(const Rehearsal& rehearsal, QWidget* window) = 0;

    /// The nearest one around a widget; null if there is none.
    [[nodiscard]] static RehearsalHost* around(const QWidget* widget);
};

/// A button that tries what a dialog would do now. Without a host it is not there.
[[nodiscard]] QPushButton* makeRehearseButton(QWidget* dialog,
                                              std::function<Rehearsal()> rehearsal);

} // namespace ui
