#pragma once

#include "settingssection.h"

namespace ui {

/// How the console asks endpoints, asks people, and remembers.
class BehaviourSection final : public SettingsSection
{
    Q_OBJECT

public:
    explicit BehaviourSection(Settings& settings);

    [[nodiscard]] QString title() const override { return tr("Behaviour"); }

protected:
    void showSettings() override;
    void retranslate() override;

private:
    QComboBox* m_refresh;
    Field* m_refreshField;
    QComboBox* m_requests;
    Field* m_requestsField;
    QComboBox* m_events;
    Field* m_eventsField;
    QCheckBox* m_typesNames;
};

} // namespace ui
