namespace MechanismDsl.Explanations;

/// <summary>What one report of an agent gets it.</summary>
/// <param name="Words">What it is, and at which payment.</param>
/// <param name="Chance">The chance of the item, where there is one item.</param>
/// <param name="Payment">What it pays; negative: it is paid.</param>
internal sealed record MenuEntry(string Words, double Chance, double Payment)
{
    /// <summary>The chance of each good, where there are several.</summary>
    public IReadOnlyList<double> Chances { get; init; } = [];
}

/// <summary>Writes what every report of an agent would get it, the others' reports being what they are.</summary>
/// <param name="reports">The reports.</param>
/// <param name="names">The names of the agents; empty where they are told apart by their index.</param>
/// <param name="types">For each agent the reports that it can make.</param>
/// <param name="words">A report in words.</param>
/// <param name="run">What an agent gets at a profile.</param>
internal sealed class MenuText<TReport>(TReport[] reports, IReadOnlyList<string> names, TReport[][] types, Func<TReport, string> words, Func<TReport[], int, MenuEntry> run)
    where TReport : struct
{
    /// <summary>Longer menus are shown around the entry that is taken.</summary>
    private const int MostEntries = 12;

    /// <summary>Gains below that are what rounding tables to doubles leaves.</summary>
    private const double Negligible = 1e-9;

    /// <summary>What an entry is worth to a type; null where the explanation does not know the values.</summary>
    public Func<TReport, MenuEntry, double>? Value { get; init; }

    public string Write(int? agent)
    {
        // An explanation of reports that the mechanism refuses has no numbers.
        _ = reports.Length == 0 ? null : run(reports, 0);
        return string.Join('\n', Participants<double>.Asked(agent, reports.Length).Select(Explain));
    }

    private string Explain(int agent)
    {
        var own = run(reports, agent);
        List<(TReport First, TReport Last, MenuEntry Entry, bool IsOwn)> menu = [];
        foreach (var type in types[agent])
        {
            var changed = (TReport[])reports.Clone();
            changed[agent] = type;
            var entry = run(changed, agent);
            var isOwn = EqualityComparer<TReport>.Default.Equals(type, reports[agent]);
            if (menu.Count > 0 && menu[^1].Entry.Words == entry.Words)
            {
                menu[^1] = (menu[^1].First, type, entry, menu[^1].IsOwn || isOwn);
            }
            else
            {
                menu.Add((type, type, entry, isOwn));
            }
        }

        var head = $"{(names.Count > 0 ? names[agent] : ExplainedNumber.Format($"Agent {agent}"))} reports {words(reports[agent])} and has {own.Words}.";
        return menu.Count == 1
            ? $"{head} Every report would get it that: the others' reports decide."
            : $"{head} With the others' reports as they are it could have {Entries(menu)}.{Best(agent, own, menu)}";
    }

    private string Entries(List<(TReport First, TReport Last, MenuEntry Entry, bool IsOwn)> menu)
    {
        var from = menu.Count <= MostEntries ? 0 : Math.Clamp(menu.FindIndex(entry => entry.IsOwn) - (MostEntries / 2), 0, menu.Count - MostEntries);
        var shown = menu.Skip(from).Take(MostEntries).Select(entry => $"{entry.Entry.Words} (by reporting {words(entry.First)}{(EqualityComparer<TReport>.Default.Equals(entry.First, entry.Last) ? string.Empty : " to " + words(entry.Last))})");
        return (from > 0 ? "…, " : string.Empty) + string.Join(", ", shown) + (from + MostEntries < menu.Count ? ", …" : string.Empty);
    }

    private string Best(int agent, MenuEntry own, List<(TReport First, TReport Last, MenuEntry Entry, bool IsOwn)> menu)
    {
        if (Value is not { } value)
        {
            return string.Empty;
        }

        double Gain(MenuEntry entry)
        {
            var (worth, payment) = (value(reports[agent], entry), entry.Payment);
            return Math.Abs(worth - payment) <= 1e-12 * Math.Abs(payment) ? 0 : worth - payment;
        }

        var best = menu.MaxBy(entry => Gain(entry.Entry));
        var more = Gain(best.Entry) - Gain(own);
        return more > Negligible * Math.Max(1, Math.Abs(Gain(own)))
            ? $" Its own leaves it {ExplainedNumber.Rounded(Gain(own))}; {best.Entry.Words} would leave it {ExplainedNumber.Rounded(more)} more at these reports of the others: truth is its best reply on average over them, not at each."
            : $" Its own leaves it {ExplainedNumber.Rounded(Gain(own))}, and none of these more.";
    }
}
