#pragma once

#include <QPlainTextEdit>
#include <QTimer>

#include <vector>

namespace ui {

/// Shows a text from outside: plain, with hidden characters made visible and endless lines broken,
/// so that any text opens at once. What is copied is the original.
class BodyTextEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit BodyTextEdit(const QString& name, QWidget* parent = nullptr);

    /// A long text is filled in piece by piece, without keeping the window waiting.
    void setText(const QString& text);
    /// The original, never what is shown in its place.
    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] bool isFilled() const { return m_filled == m_text.size(); }
    /// Selects where `needle` is next, from the selection on and around the end; case does not
    /// matter. False if it is nowhere.
    bool findText(const QString& needle, bool isBackward);

protected:
    [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;

private:
    void fillMore();
    [[nodiscard]] qsizetype originalPosition(int position) const;
    [[nodiscard]] int shownPosition(qsizetype original) const;

    QString m_text;
    qsizetype m_filled = 0;
    std::vector<qsizetype> m_lineStarts; // where each line that is shown begins in m_text
    QTimer m_filling;
};

} // namespace ui
