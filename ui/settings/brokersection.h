#pragma once

#include "settingssection.h"

class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ui {

class Label;

/// The local broker: where its messages are kept, how it is served, where it may push to.
class BrokerSection final : public SettingsSection
{
    Q_OBJECT

public:
    /// `folder` is the one that is used now.
    BrokerSection(Settings& settings, const QString& folder);

    [[nodiscard]] QString title() const override { return tr("Local broker"); }

signals:
    void otherFolderRequested();

protected:
    void showSettings() override;
    void retranslate() override;

private:
    void measureFolder();
    void showFolder();
    void setServing();

    QString m_folder;
    qint64 m_folderBytes = -1; // not known yet
    Label* m_folderPath;
    Field* m_folderField;
    QPushButton* m_otherFolder;
    QLineEdit* m_address;
    Field* m_addressField;
    QSpinBox* m_port;
    Field* m_portField;
    QCheckBox* m_needsKeys;
    QCheckBox* m_pushesLocally;
    Label* m_pushNote;
};

} // namespace ui
