#pragma once

#include "ui/common/settings.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QVBoxLayout;

namespace ui {

class Field;

/// A page of the settings: fields one below the other. What is chosen acts at once; what somebody
/// else changes is shown.
class SettingsSection : public QWidget
{
    Q_OBJECT

public:
    [[nodiscard]] virtual QString title() const = 0;

protected:
    SettingsSection(const QString& name, Settings& settings);

    /// Shows what is set now; called whenever that changes.
    virtual void showSettings() = 0;
    virtual void retranslate() = 0;
    /// To be called at the end of the constructor of a section.
    void start();

    [[nodiscard]] Settings& settings() const { return m_settings; }
    Field* addField(QWidget* input);
    /// A box of choices; `chosen` hears the index that a person picked.
    QComboBox* addChoice(const QString& name, std::function<void(int)> chosen);
    QCheckBox* addCheck(const QString& name, std::function<void(bool)> toggled);
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }

private:
    Settings& m_settings; // outlives us
    QVBoxLayout* m_body;
};

/// A field takes its name from its input, so that has one first.
template <class Input>
[[nodiscard]] Input* named(const QString& name)
{
    auto* input = new Input;
    input->setObjectName(name);
    return input;
}

/// The texts of a box, in their order, without another one being chosen.
void setChoices(QComboBox* box, const QStringList& texts);

} // namespace ui
