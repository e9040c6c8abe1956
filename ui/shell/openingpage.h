#pragma once

#include <QWidget>

class QProgressBar;

namespace ui {

class EmptyState;

/// What is shown while a store opens; a large one says how far it is.
class OpeningPage final : public QWidget
{
    Q_OBJECT

public:
    explicit OpeningPage(QWidget* parent = nullptr);

    /// So many messages of so many have been loaded.
    void setProgress(qint64 done, qint64 total);

private:
    void retranslate();

    EmptyState* m_state;
    QProgressBar* m_bar; // hidden while there is nothing to tell
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace ui
