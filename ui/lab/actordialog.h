#pragma once

#include "scenario/scenario.h"

#include "ui/common/formdialog.h"

#include <QList>

#include <functional>

class QCheckBox;
class QFormLayout;

namespace ui {

class Label;

/// What of an actor people change: how many, how fast, how clumsy. Value in, value out.
class ActorDialog final : public FormDialog
{
    Q_OBJECT

public:
    explicit ActorDialog(const cmq::scenario::Actor& actor, QWidget* parent = nullptr);

    [[nodiscard]] cmq::scenario::Actor actor() const;

private:
    void addRows(const cmq::scenario::Producer& producer);
    void addRows(const cmq::scenario::Consumer& consumer);
    void addRows(const cmq::scenario::Receiver& receiver);
    /// A whole number from `min` to `max`, and where it goes.
    void addNumber(const QString& name, QString (*title)(), std::int64_t value, int min, int max,
                   std::function<void(cmq::scenario::Actor&, int)> apply);
    void addSeconds(const QString& name, QString (*title)(), cmq::Milliseconds value, double min,
                    std::function<void(cmq::scenario::Actor&, cmq::Milliseconds)> apply);
    void addFlag(const QString& name, QString (*title)(), bool value,
                 std::function<void(cmq::scenario::Actor&, bool)> apply);

    cmq::scenario::Actor m_actor;
    QFormLayout* m_form;
    QList<std::function<void(cmq::scenario::Actor&)>> m_apply;
    QList<std::function<void()>> m_titles;
};

} // namespace ui
