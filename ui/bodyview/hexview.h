#pragma once

#include <QAbstractScrollArea>
#include <QByteArray>

namespace ui {

/// Bytes as offset, hexadecimal and ASCII, sixteen to a row. Paints the visible rows only, so the
/// length does not matter. Bytes are selected with mouse or keys; Ctrl+C copies them as
/// hexadecimal.
class HexView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit HexView(const QString& name, QWidget* parent = nullptr);

    void setBytes(const QByteArray& bytes);
    /// What is selected; everything if nothing is.
    [[nodiscard]] QByteArray selectedBytes() const;
    /// Selects where these bytes are next, from the selection on and around the end. False if they
    /// are nowhere.
    bool findBytes(const QByteArray& needle, bool isBackward);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int charWidth() const;
    [[nodiscard]] int rowCount() const;
    [[nodiscard]] qsizetype byteAt(const QPoint& position) const;
    [[nodiscard]] std::pair<qsizetype, qsizetype> selection() const; // begin, end
    void paintRow(QPainter& painter, int row, int top);
    void moveTo(qsizetype byte, bool extend);
    void updateScrollBars();

    QByteArray m_bytes;
    qsizetype m_anchor = -1; // -1: nothing is selected
    qsizetype m_cursor = 0;
};

/// "48 65 6C": for the clipboard.
[[nodiscard]] QString hexText(const QByteArray& bytes);

} // namespace ui
