using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Tool.Running;

/// <summary>Runs a trade between one seller and one buyer: columns <c>cost</c> and <c>bid</c>, a row a profile.</summary>
internal sealed class TradeRunner<TMechanism, TMoney>(Type mechanism) : Runner(mechanism)
    where TMechanism : IBilateralTrade<TMoney>
    where TMoney : struct, INumber<TMoney>
{
    private static readonly string[] _sides = ["seller", "buyer"];

    /// <inheritdoc/>
    protected override IReadOnlyList<Profile> Read(BidFile file)
    {
        var (cost, bid) = (file.Column("cost"), file.Column("bid"));
        return [.. file.Rows.Select(row =>
        {
            var (seller, buyer) = (file.Parse<TMoney>(row, cost), file.Parse<TMoney>(row, bid));
            return new Profile(row.Line.ToString(CultureInfo.InvariantCulture), row.Line, _sides, () => OutcomeRows.Of(TMechanism.Run(seller, buyer), _sides), Explainers.OfPair(Mechanism, seller, buyer));
        })];
    }
}

/// <summary>Files of exchanges: a row an agent, with columns <c>side</c> (buyer or seller) and <c>report</c>; a column <c>profile</c> if there are several.</summary>
internal static class MarketFile
{
    /// <summary>The profiles of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="play">Runs the mechanism on bids and costs.</param>
    /// <param name="explain">Explains it; null where the mechanism cannot say why.</param>
    /// <exception cref="ToolException">A side is neither buyer nor seller, or a report is no number.</exception>
    public static IReadOnlyList<Profile> Read<TMoney>(BidFile file, Func<TMoney[], TMoney[], IReadOnlyList<PlayedRow>> play, Func<TMoney[], TMoney[], Func<int?, string>?> explain)
        where TMoney : struct, INumber<TMoney>
    {
        var (side, report) = (file.Column("side"), file.Column("report"));
        return [.. file.Profiles().Select(group =>
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

            TMoney[] buyers = [.. bids], sellers = [.. costs];
            string[] agents = [.. buyers.Select((_, index) => FormattableString.Invariant($"buyer {index}")), .. sellers.Select((_, index) => FormattableString.Invariant($"seller {index}"))];
            return new Profile(group.Key, group.First().Line, agents, () => play(buyers, sellers), explain(buyers, sellers));
        })];
    }
}

/// <summary>Runs an exchange in which each side has one price.</summary>
internal sealed class ExchangeRunner<TMechanism, TMoney>(Type mechanism) : Runner(mechanism)
    where TMechanism : IExchange<TMoney>
    where TMoney : struct, INumber<TMoney>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Profile> Read(BidFile file) =>
        MarketFile.Read<TMoney>(file, (bids, costs) => OutcomeRows.Of(TMechanism.Run(bids, costs), []), (bids, costs) => Explainers.OfTwo(Mechanism, bids, costs));
}

/// <summary>Runs an exchange in which every agent has a price of its own.</summary>
internal sealed class PricedExchangeRunner<TMechanism, TMoney>(Type mechanism) : Runner(mechanism)
    where TMechanism : IPricedExchange<TMoney>
    where TMoney : struct, INumber<TMoney>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Profile> Read(BidFile file) =>
        MarketFile.Read<TMoney>(file, (bids, costs) => OutcomeRows.Of(TMechanism.Run(bids, costs), []), (bids, costs) => Explainers.OfTwo(Mechanism, bids, costs));
}

/// <summary>Runs an assignment: a row an agent with its value for each item, a column an item; a column <c>profile</c> if there are several, <c>agent</c> for names.</summary>
internal sealed class AssignmentRunner<TMechanism, TMoney>(Type mechanism) : Runner(mechanism)
    where TMechanism : IAssignment<TMoney>
    where TMoney : struct, INumber<TMoney>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Profile> Read(BidFile file)
    {
        var items = file.Others(BidGroups.Profile, BidGroups.Agent);
        string[] names = [.. items.Select(column => file.Header[column])];
        return [.. file.Groups(Agents).Select(group =>
        {
            var values = group.Rows.SelectMany(row => items.Select(column => file.Parse<TMoney>(row, column))).ToArray();
            return new Profile(
                group.Name,
                group.Rows[0].Line,
                group.Agents,
                () => OutcomeRows.Of(TMechanism.Run(values, items.Count), group.Agents, names),
                Explainers.Of(Mechanism, values, items.Count));
        })];
    }
}

/// <summary>
/// Runs a sale of identical items to agents who want several: a row an agent, whose cells are what the first, the second, … item adds; a column <c>profile</c> if
/// there are several, <c>agent</c> for names. Cells at the end may be empty: then the agent wants no more.
/// </summary>
internal sealed class UnitRunner<TMechanism, TMoney>(Type mechanism) : Runner(mechanism)
    where TMechanism : IUnitAuction<TMoney>
    where TMoney : struct, INumber<TMoney>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Profile> Read(BidFile file)
    {
        var columns = file.Others(BidGroups.Profile, BidGroups.Agent);
        if (columns.Count != TMechanism.ValuesPerAgent)
        {
            throw new ToolException(FormattableString.Invariant($"{file.Path} line 1: {columns.Count} columns of values, but an agent reports {TMechanism.ValuesPerAgent}: what each further item adds."));
        }

        return [.. file.Groups(Agents).Select(group =>
        {
            var values = group.Rows.SelectMany(row => columns.Select(column => row.Cells[column].Length == 0 ? TMoney.Zero : file.Parse<TMoney>(row, column))).ToArray();
            return new Profile(group.Name, group.Rows[0].Line, group.Agents, () => OutcomeRows.Of(TMechanism.Run(values), group.Agents), Explainers.Of(Mechanism, values));
        })];
    }
}

/// <summary>Runs an income tax: a column <c>skill</c>, a row a person.</summary>
internal sealed class TaxRunner<TMechanism>(Type mechanism) : Runner(mechanism)
    where TMechanism : ITaxation
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Profile> Read(BidFile file)
    {
        var column = file.Column("skill");
        return [.. file.Rows.Select(row =>
        {
            var skill = file.Parse<double>(row, column);
            string[] person = [string.Create(CultureInfo.InvariantCulture, $"skill {skill}")];
            return new Profile(row.Line.ToString(CultureInfo.InvariantCulture), row.Line, person, () =>
            {
                var (output, consumption, marginal) = TMechanism.Run(skill);
                return [new PlayedRow(
                    person[0],
                    string.Create(CultureInfo.InvariantCulture, $"produces {output} and keeps {consumption}; marginal tax {marginal}"),
                    string.Create(CultureInfo.InvariantCulture, $"{output - consumption}"))];
            }, Explainers.OfOnePerson(Mechanism, skill));
        })];
    }
}
