#pragma once

#include "cmq/error.h"

#include <QString>
#include <QWidget>

class QPushButton;

namespace ui {

class Label;

/// Why a store could not be opened.
struct StoreProblem
{
    cmq::ErrorId reason = cmq::ErrorId::StoreFailed; ///< one of Store…
    QString path;
    QString detail; ///< the system's words
};

/// Says in a sentence why the local broker's store could not be opened, with its path, and offers
/// the ways out. Nothing was written to it.
class StoreProblemPage final : public QWidget
{
    Q_OBJECT

public:
    explicit StoreProblemPage(StoreProblem problem, QWidget* parent = nullptr);

signals:
    void tryAgainRequested();
    void otherFolderRequested();
    void sandboxRequested();

private:
    void retranslate();

    StoreProblem m_problem;
    Label* m_title;
    Label* m_sentence;
    Label* m_path;
    Label* m_detail;
    QPushButton* m_tryAgain;
    QPushButton* m_otherFolder;
    QPushButton* m_sandbox;
};

} // namespace ui
