#pragma once

#include "samplecode.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace ui {

class Label;

/// A call of CMQ's API: its parameters, and code that makes it. No key stands in it.
class CallDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `url`: where it goes; empty if it is nobody's endpoint, and one of this computer stands for
    /// it. `parameters`: with Action; none if CMQ has no such call.
    CallDialog(QString url, QList<RequestParameter> parameters, QWidget* parent = nullptr);

private:
    void createLayout();
    void retranslate();
    void showCode();
    /// With values cut, or whole.
    [[nodiscard]] QString code(bool isWhole) const;
    /// Whether it is a call of API 3.0.
    [[nodiscard]] bool isCloud() const;

    QString m_url;
    QList<RequestParameter> m_parameters;
    Label* m_title;
    Label* m_where;
    QPlainTextEdit* m_list;
    Label* m_codeTitle;
    QComboBox* m_language;
    QPlainTextEdit* m_code;
    Label* m_keys;
    QPushButton* m_copy;
    QPushButton* m_close;
};

} // namespace ui
