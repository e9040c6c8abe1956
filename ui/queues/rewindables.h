#pragma once

#include "cmq/time.h"

#include <QObject>
#include <QString>

#include <vector>

namespace ui {

class Connection;

/// When the messages were sent that a rewind of one queue can bring back, read piece by piece where
/// the connection lets look (a remote endpoint does not).
class Rewindables final : public QObject
{
    Q_OBJECT

public:
    /// So many are read; of more, only the oldest are known.
    static constexpr std::size_t TimesMax = 200'000;

    /// `connection` outlives us.
    Rewindables(Connection& connection, QString queueName, QObject* parent = nullptr);

    [[nodiscard]] bool canLook() const;
    /// Reads again; at once, or after the reading that is under way.
    void refresh();
    /// In order of time.
    [[nodiscard]] const std::vector<cmq::Time>& times() const { return m_times; }
    /// False: there are more, which are younger.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }
    /// How many were sent at `start` or later.
    [[nodiscard]] std::int64_t countFrom(cmq::Time start) const;

signals:
    void updated();

private:
    void readAfter(std::uint64_t entry);
    void finish();

    Connection& m_connection;
    QString m_queueName;
    std::vector<cmq::Time> m_times;
    std::vector<cmq::Time> m_reading;
    bool m_isComplete = true;
    bool m_isReading = false;
    bool m_readAgain = false;
};

/// How many of `times`, which are in order, lie in each of `bins` equal parts from `from` to `to`,
/// both included. Pure.
[[nodiscard]] std::vector<std::int64_t> histogram(const std::vector<cmq::Time>& times,
                                                  cmq::Time from, cmq::Time to, std::size_t bins);

} // namespace ui
