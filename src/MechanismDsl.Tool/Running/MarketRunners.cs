using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Tool.Running;

/// <summary>Runs a trade between one seller and one buyer: columns <c>cost</c> and <c>bid</c>, a row a profile.</summary>
internal sealed class TradeRunner<TMechanism, TMoney>(IReadOnlyList<string> agents) : Runner(agents)
    where TMechanism : IBilateralTrade<TMoney>
    where TMoney : struct, INumber<TMoney>
{
    /// <inheritdoc/>
    public override IReadOnlyList<Played> Run(BidFile file)
    {
        var (cost, bid) = (file.Column("cost"), file.Column("bid"));
        return [.. file.Rows.Select(row =>
        {
            var (seller, buyer) = (file.Parse<TMoney>(row, cost), file.Parse<TMoney>(row, bid));
            return Play(file, row.Line, row.Line.ToString(CultureInfo.InvariantCulture), () => OutcomeRows.Of(TMechanism.Run(seller, buyer), ["seller", "buyer"]));
        })];
    }
}

/// <summary>Runs an exchange: a row an agent, with columns <c>side</c> (buyer or seller) and <c>report</c>; a column <c>profile</c> if there are several.</summary>
internal sealed class ExchangeRunner<TMechanism, TMoney>(IReadOnlyList<string> agents) : Runner(agents)
    where TMechanism : IExchange<TMoney>
    where TMoney : struct, INumber<TMoney>
{
    /// <inheritdoc/>
    public override IReadOnlyList<Played> Run(BidFile file)
    {
        var (side, report) = (file.Column("side"), file.Column("report"));
        var profile = file.Header.Contains("profile", StringComparer.OrdinalIgnoreCase) ? file.Column("profile") : -1;
        return [.. file.Rows.GroupBy(row => profile < 0 ? "1" : row.Cells[profile], StringComparer.Ordinal).Select(group =>
        {
            List<TMoney> bids = [], costs = [];
            foreach (var row in group)
            {
                (row.Cells[side].ToUpperInvariant() switch
                {
                    "BUYER" => bids,
                    "SELLER" => costs,
                    _ => throw new ToolException(FormattableString.Invariant($"{file.Path} line {row.Line}, column 'side': '{row.Cells[side]}' is neither buyer nor seller.")),
                }).Add(file.Parse<TMoney>(row, report));
            }

            return Play(file, group.First().Line, group.Key, () => OutcomeRows.Of(TMechanism.Run(bids.ToArray(), costs.ToArray()), []));
        })];
    }
}

/// <summary>Runs an assignment: a row an agent with its value for each item, a column an item; a column <c>profile</c> if there are several.</summary>
internal sealed class AssignmentRunner<TMechanism, TMoney>(IReadOnlyList<string> agents) : Runner(agents)
    where TMechanism : IAssignment<TMoney>
    where TMoney : struct, INumber<TMoney>
{
    /// <inheritdoc/>
    public override IReadOnlyList<Played> Run(BidFile file)
    {
        var profile = file.Header.Contains("profile", StringComparer.OrdinalIgnoreCase) ? file.Column("profile") : -1;
        int[] items = [.. Enumerable.Range(0, file.Header.Count).Where(column => column != profile)];
        string[] names = [.. items.Select(column => file.Header[column])];
        return [.. file.Rows.GroupBy(row => profile < 0 ? "1" : row.Cells[profile], StringComparer.Ordinal).Select(group =>
        {
            var values = group.SelectMany(row => items.Select(column => file.Parse<TMoney>(row, column))).ToArray();
            return Play(file, group.First().Line, group.Key, () => OutcomeRows.OfItems(TMechanism.Run(values, items.Length), names));
        })];
    }
}
