using System.Globalization;

namespace MechanismDsl.Kernels;

/// <summary>Checks that the spans of a batch of auctions fit together.</summary>
public static class BatchShape
{
    /// <summary>Throws unless a row-major batch has one outcome for every row of <paramref name="agents"/> reports.</summary>
    /// <param name="reports">Length of the reports.</param>
    /// <param name="agents">Reports in a row.</param>
    /// <param name="outcomes">Length of the outcomes.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no agent.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static void CheckRows(int reports, int agents, int outcomes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(agents, 1);
        if (reports != (long)agents * outcomes)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{reports} reports of {agents} agents do not make {outcomes} auctions."), nameof(outcomes));
        }
    }

    /// <summary>Throws unless a column holds one entry for each auction.</summary>
    /// <param name="entries">Length of the column.</param>
    /// <param name="auctions">Number of auctions.</param>
    /// <param name="column">The column's parameter, for the message.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void CheckColumn(int entries, int auctions, string column)
    {
        if (entries != auctions)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The column has {entries} entries for {auctions} auctions."), column);
        }
    }

    /// <summary>Throws unless there is one entry for each agent.</summary>
    /// <param name="entries">Length of the span.</param>
    /// <param name="agents">Number of agents.</param>
    /// <param name="span">The span's parameter, for the message.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void CheckAgents(int entries, int agents, string span)
    {
        if (entries != agents)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {entries} entries for {agents} agents."), span);
        }
    }

    /// <summary>Throws if more agents report than the declaration admits; fewer may: an agent can stay away.</summary>
    /// <param name="reports">Length of the reports.</param>
    /// <param name="most">The declared number.</param>
    /// <param name="span">The span's parameter, for the message.</param>
    /// <exception cref="ArgumentException">There are too many reports.</exception>
    public static void CheckAtMost(int reports, int most, string span)
    {
        if (reports > most)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {reports} reports; the mechanism is declared for at most {most} agents."), span);
        }
    }

    /// <summary>Throws unless the number of reports is one that the mechanism is declared, and was judged, for.</summary>
    /// <param name="reports">Length of the reports.</param>
    /// <param name="least">The smallest declared number.</param>
    /// <param name="most">The greatest declared number.</param>
    /// <param name="span">The span's parameter, for the message.</param>
    /// <exception cref="ArgumentException">There are too few or too many reports.</exception>
    public static void CheckCount(int reports, int least, int most, string span)
    {
        if (reports < least || reports > most)
        {
            var declared = least == most ? string.Create(CultureInfo.InvariantCulture, $"{least}")
                : most == int.MaxValue ? string.Create(CultureInfo.InvariantCulture, $"at least {least}")
                : string.Create(CultureInfo.InvariantCulture, $"{least} to {most}");
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {reports} reports; the mechanism is declared for {declared} agents."), span);
        }
    }
}
