#pragma once

#include "ui/connections/exchange.h"

#include <QWidget>

class QTabWidget;

namespace ui {

class BodyTextEdit;
class Label;
class PropertyList;
class SignatureView;

/// One request and its answer: who and where, the decoded parameters, what was signed, the answer.
class ExchangeDetails final : public QWidget
{
    Q_OBJECT

public:
    explicit ExchangeDetails(QWidget* parent = nullptr);

    /// Null shows that nothing is selected. Nothing of it is kept but text.
    void setExchange(const Exchange* exchange);

private:
    enum Tab { ParametersTab, SignatureTab, AnswerTab };

    void retranslate();

    bool m_isEmpty = true;
    Label* m_caption;
    Label* m_problem;
    QTabWidget* m_tabs;
    PropertyList* m_parameters;
    SignatureView* m_signature;
    BodyTextEdit* m_answer;
};

} // namespace ui
