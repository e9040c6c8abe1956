#pragma once

#include <QList>
#include <QWidget>

#include <functional>

class QTabWidget;

namespace ui {

class Label;

/// The page of all that is watched: a tab for each way to look.
class MonitorTabs final : public QWidget
{
    Q_OBJECT

public:
    explicit MonitorTabs(QWidget* parent = nullptr);

    using Title = std::function<QString()>;
    /// One more, behind the others. `title` is asked again when it may have changed.
    void addPart(QWidget* part, Title title);
    void showPart(QWidget* part);
    void retranslate();

private:
    Label* m_title;
    QTabWidget* m_parts;
    QList<Title> m_partTitles; // in the order of the tabs
};

} // namespace ui
