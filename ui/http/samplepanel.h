#pragma once

#include "samplecode.h"

#include <QWidget>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace ui {

class Label;

/// Ready code for an endpoint: which language, which queue or topic, the code, and the ways to take
/// it away. The secret key is masked in what is shown; it is copied only by the button that says
/// so.
class SamplePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit SamplePanel(QWidget* parent = nullptr);

    /// `hasSecret`: whether the secret key is one.
    void setAccess(const SampleAccess& access, bool hasSecret);
    /// Names to choose from; what was chosen stays, if it is still there.
    void setObjects(const QStringList& queues, const QStringList& topics);

private:
    [[nodiscard]] SampleSubject subject() const;
    [[nodiscard]] QString code(bool withSecret) const;
    void fillSubjects();
    void showCode();
    void retranslate();

    SampleAccess m_access;
    bool m_hasSecret = true;
    QStringList m_queues;
    QStringList m_topics;
    Label* m_title;
    QComboBox* m_language;
    QComboBox* m_subject;
    QPlainTextEdit* m_code;
    QPushButton* m_copy;
    QPushButton* m_copyWithSecret;
};

} // namespace ui
