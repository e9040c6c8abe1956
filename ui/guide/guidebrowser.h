#pragma once

#include <QStringList>
#include <QTextBrowser>

namespace ui {

/// Shows the pages of docs/ that are compiled into the program. Nothing else is ever loaded: links
/// to other places are not followed.
class GuideBrowser final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit GuideBrowser(const QString& name, QWidget* parent = nullptr);

    /// Shows a page by its file name, such as `guide.md`, from its beginning.
    void showPage(const QString& fileName);
    /// The titles of the chapters, in their order.
    [[nodiscard]] QStringList chapters() const;
    /// Scrolls to a chapter; to the beginning if there is none.
    void showChapter(const QString& title);
    /// The chapter that begins at or above the upper edge; empty above the first one.
    [[nodiscard]] QString chapterInSight() const;

    /// Pictures are as wide as there is room.
    [[nodiscard]] QVariant loadResource(int type, const QUrl& name) override;

signals:
    /// Another page is shown.
    void pageShown(const QString& fileName);
};

} // namespace ui
