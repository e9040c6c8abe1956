#pragma once

#include <QDialog>

class QListWidget;

namespace ui {

class GuideBrowser;

/// The user guide in the language of the console: its chapters, and what they say. Stands beside
/// the work; not modal.
class GuideWindow final : public QDialog
{
    Q_OBJECT

public:
    explicit GuideWindow(QWidget* parent = nullptr);

    /// Scrolls to a chapter by its title; to the beginning if there is none of that title.
    void showChapter(const QString& title);

private:
    void retranslate();
    void listChapters();
    void markChapter();

    QListWidget* m_chapters;
    GuideBrowser* m_text;
};

} // namespace ui
