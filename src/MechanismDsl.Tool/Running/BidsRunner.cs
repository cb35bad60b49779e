using System.Globalization;
using System.Numerics;
using System.Reflection;
using MechanismDsl.Kernels;

namespace MechanismDsl.Tool.Running;

/// <summary>
/// Reads the bids of a package auction: a row a bid, with columns <c>bidder</c>, <c>goods</c> (by name, or by index from 0 where they have no names; several joined by +) and
/// <c>value</c>; a column <c>profile</c> if there are several.
/// </summary>
internal abstract class BidsRunner<TBid, TMoney>(Type mechanism) : Runner(mechanism)
    where TMoney : struct, INumber<TMoney>
{
    /// <summary>Runs the auction.</summary>
    /// <param name="bids">The bids.</param>
    /// <param name="bidders">The names of the bidders.</param>
    /// <param name="packages">What every bid of the file is for.</param>
    protected abstract IReadOnlyList<PlayedRow> Play(TBid[] bids, IReadOnlyList<string> bidders, IReadOnlyList<string> packages);

    /// <summary>A set of goods as a file has it: names, or indices where they have none, joined by +.</summary>
    protected string Words(ulong goods)
    {
        var names = Constants("Goods").ToDictionary(one => one.Value, one => one.Key);
        return string.Join("+", Enumerable.Range(0, 64).Where(good => ((goods >> good) & 1) != 0).Select(good => names.TryGetValue(1ul << good, out var name) ? name : good.ToString(CultureInfo.InvariantCulture)));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Profile> Read(BidFile file)
    {
        if (typeof(TBid) != typeof(PackageBid) && typeof(TBid) != typeof(PackageBid<TMoney>))
        {
            throw new ToolException($"'{Mechanism.Name}' has more than 64 goods, for which there is no file of bids; call its Run from a program.");
        }

        var (bidder, goods, value) = (file.Column("bidder"), file.Column("goods"), file.Column("value"));
        var (names, declared) = (Constants("Goods"), Constants("Bidders"));
        return [.. file.Profiles().Select(group =>
        {
            BidRow[] rows = [.. group];
            var bidders = Bidders(rows, bidder, declared);
            var bids = rows.Select(row => Bid(
                IndexOf(file, row, bidder, bidders),
                row.Cells[goods].Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Aggregate(0ul, (set, good) => set | Good(file, row, goods, good, names)),
                file.Parse<TMoney>(row, value))).ToArray();
            return new Profile(
                group.Key,
                rows[0].Line,
                bidders,
                () => Play(bids, bidders, [.. rows.Select(row => row.Cells[goods])]),
                Explainers.Of(Mechanism, bids, bidders.Count));
        })];
    }

    /// <summary>The declared bidders; where there are none, the indices if the file has indices, otherwise the names of the file as they appear.</summary>
    private static List<string> Bidders(BidRow[] rows, int column, IReadOnlyDictionary<string, ulong> declared)
    {
        if (declared.Count > 0)
        {
            return [.. declared.OrderBy(one => one.Value).Select(one => one.Key)];
        }

        List<string> cells = [.. rows.Select(row => row.Cells[column]).Distinct(StringComparer.Ordinal)];
        return cells.TrueForAll(cell => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < rows.Length * 2)
            ? [.. Enumerable.Range(0, cells.Max(cell => int.Parse(cell, CultureInfo.InvariantCulture)) + 1).Select(index => index.ToString(CultureInfo.InvariantCulture))]
            : cells;
    }

    private static int IndexOf(BidFile file, BidRow row, int column, List<string> bidders)
    {
        var index = bidders.FindIndex(name => string.Equals(name, row.Cells[column], StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? index : throw new ToolException(FormattableString.Invariant(
            $"{file.Path} line {row.Line}, column 'bidder': there is no bidder '{row.Cells[column]}'. The bidders are: {string.Join(", ", bidders)}."));
    }

    private static ulong Good(BidFile file, BidRow row, int column, string good, IReadOnlyDictionary<string, ulong> names) =>
        names.TryGetValue(good, out var bit) ? bit
        : names.Count == 0 && int.TryParse(good, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < 64 ? 1ul << index
        : throw new ToolException(FormattableString.Invariant($"{file.Path} line {row.Line}, column '{file.Header[column]}': there is no good '{good}'. ")
            + (names.Count > 0 ? $"The goods are: {string.Join(", ", names.OrderBy(one => one.Value).Select(one => one.Key))}; several are joined by +." : "Goods are whole numbers from 0; several are joined by +."));

    private static TBid Bid(int bidder, ulong goods, TMoney value) => typeof(TBid) == typeof(PackageBid)
        ? (TBid)(object)new PackageBid(bidder, checked((uint)goods), double.CreateChecked(value))
        : (TBid)(object)new PackageBid<TMoney>(bidder, goods, value);

    /// <summary>The constants of a generated class inside the mechanism, by name; empty if there is no such class.</summary>
    private Dictionary<string, ulong> Constants(string name) => (Mechanism.GetNestedType(name)?.GetFields(BindingFlags.Public | BindingFlags.Static) ?? [])
        .Where(field => field.IsLiteral)
        .ToDictionary(field => field.Name, field => Convert.ToUInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);
}
