#pragma once

#include <QObject>
#include <QRandomGenerator>
#include <QString>
#include <QStringList>

#include <cstdint>

class QWidget;

/// Does to the windows of the program what comes into its mind: clicks, keys, wheel, drags, texts.
/// The same seed has the same ideas; what comes of them depends on how fast the broker answers.
class Monkey
{
public:
    explicit Monkey(std::uint32_t seed);

    /// One event. Says what it was.
    QString act();

private:
    [[nodiscard]] QWidget* chooseWidget();
    QString click(QWidget& widget);
    QString drag(QWidget& widget);
    QString turnWheel(QWidget& widget);
    QString pressKey(QWidget& widget);
    QString write(QWidget& widget);
    QString resize(QWidget& widget);
    [[nodiscard]] int upTo(int limit) { return m_random.bounded(limit); }

    QRandomGenerator m_random;
    QStringList m_texts;
};
