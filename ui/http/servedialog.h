#pragma once

#include "ui/common/formdialog.h"
#include "ui/connections/serving.h"

#include <optional>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace ui {

class CopyLine;
class Field;
class Label;
class SamplePanel;
class Settings;

/// Turns serving on and off, and while it is on tells how to get in: the URL, the keys, ready code.
/// Address and port are remembered; the keys are not.
class ServeDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// Both outlive us.
    ServeDialog(Serving& serving, Settings& settings, QWidget* parent = nullptr);

    /// What ready code can be for.
    void setObjects(const QStringList& queues, const QStringList& topics);

private:
    void createLayout();
    void retranslate();
    [[nodiscard]] std::optional<quint16> port() const;
    void check();
    void submit();
    void start();
    void showStartFailure(const cmq::Error& error);
    void showState();

    Serving& m_serving;
    Settings& m_settings;
    QLineEdit* m_address;
    QLineEdit* m_port;
    QCheckBox* m_needsKeys;
    Field* m_addressField;
    Field* m_portField;
    QWidget* m_access;
    Label* m_sentence;
    CopyLine* m_url;
    CopyLine* m_secretId;
    CopyLine* m_secretKey;
    Label* m_keysNote;
    QPushButton* m_renewKeys;
    SamplePanel* m_samples;
};

} // namespace ui
