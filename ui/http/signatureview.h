#pragma once

#include "ui/connections/exchange.h"

#include <QWidget>

class QPlainTextEdit;

namespace ui {

class Label;

/// The string to sign as the server sees it and, after a refused signature, the one that the client
/// signed, with the first difference marked in both and what to do about it.
class SignatureView final : public QWidget
{
    Q_OBJECT

public:
    explicit SignatureView(QWidget* parent = nullptr);

    void setExchange(const Exchange& exchange);

private:
    void show();

    QString m_server;
    QString m_client;
    QString m_problem;
    bool m_isServed = true;
    qsizetype m_difference = -1; ///< none
    Label* m_sentence;
    Label* m_serverTitle;
    Label* m_clientTitle;
    QPlainTextEdit* m_serverText;
    QPlainTextEdit* m_clientText;
};

} // namespace ui
