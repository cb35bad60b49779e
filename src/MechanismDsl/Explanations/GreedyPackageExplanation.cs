using System.Numerics;
using MechanismDsl.Kernels;

namespace MechanismDsl.Explanations;

/// <summary>Why the bid of a single-minded bidder is accepted or not by the greedy choice, and why at this price: the bids before which it has to come.</summary>
public static class GreedyPackageExplanation
{
    /// <summary>With its value at so many times the highest one a bid comes before all others: it has at most 64 goods, the square root of which is 8.</summary>
    private const int Raised = 9;

    /// <summary>Explains an auction in exact money.</summary>
    /// <typeparam name="TMoney">The numbers of values and payments.</typeparam>
    /// <param name="bids">The bids, one of a bidder at most.</param>
    /// <param name="bidders">The number of bidders.</param>
    /// <param name="bidder">The bidder that asks; null for all, a line each.</param>
    /// <param name="names">The names of the bidders; empty where they are told apart by their index.</param>
    /// <param name="run">The mechanism, of bids.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bidder, or a bid is not valid.</exception>
    /// <exception cref="OverflowException">Values are too large to be compared exactly with what a bid would have to be.</exception>
    public static string Of<TMoney>(ReadOnlySpan<PackageBid<TMoney>> bids, int bidders, int? bidder, IReadOnlyList<string> names, Func<PackageBid<TMoney>[], PackageAwards<TMoney>> run)
        where TMoney : struct, INumber<TMoney>
    {
        var all = bids.ToArray();
        var outcome = run(all);
        return string.Join('\n', Participants<TMoney>.Asked(bidder, bidders).Select(asked => outcome[asked].IsServed ? Served(asked) : Lost(asked)));

        string Served(int asked)
        {
            var (own, others) = (outcome[asked], run(With(outcome[asked].Bid, TMoney.Zero)));
            var instead = Enumerable.Range(0, bidders)
                .Where(other => other != asked && others[other].IsServed && !outcome[other].IsServed)
                .Select(other => ExplainedNumber.Format($"bid {others[other].Bid} of {Bidder(other, isFirst: false)} ({Rank(others[other].Bid)})"))
                .ToList();
            var why = instead.Count == 0 ? "without it no other bid would be accepted"
                : ExplainedNumber.Format($"with less than {ExplainedNumber.Of(own.Payment)} it would come after bids for its goods, and without it {ExplainedNumber.List(instead)} would be accepted");
            return ExplainedNumber.Format($"{Bidder(asked, isFirst: true)} wins with bid {own.Bid} ({Rank(own.Bid)}) and pays {ExplainedNumber.Of(own.Payment)}: {why}.");
        }

        string Lost(int asked)
        {
            var bid = Array.FindIndex(all, one => one.Bidder == asked && one.Value > TMoney.Zero);
            if (bid < 0)
            {
                return ExplainedNumber.Format($"{Bidder(asked, isFirst: true)} gets nothing: it bids on nothing.");
            }

            var highest = all.Max(one => one.Value) * TMoney.CreateChecked(Raised);
            var raised = run(With(bid, TMoney.Min(highest, TMoney.CreateSaturating(ReportDomain.Highest))))[asked];
            var needed = raised.IsServed ? ExplainedNumber.Format($"; its critical value is {ExplainedNumber.Of(raised.Payment)}") : string.Empty;
            return ExplainedNumber.Format($"{Bidder(asked, isFirst: true)} gets nothing: bid {bid} ({Rank(bid)}) comes after bids that take its goods{needed}.");
        }

        string Rank(int bid)
        {
            var size = BitOperations.PopCount(all[bid].Goods);
            return ExplainedNumber.Format($"{ExplainedNumber.Of(all[bid].Value)} for {size} good{(size == 1 ? string.Empty : "s")}");
        }

        string Bidder(int index, bool isFirst) => names.Count > 0 ? names[index] : ExplainedNumber.Format($"{(isFirst ? "Bidder" : "bidder")} {index}");

        PackageBid<TMoney>[] With(int bid, TMoney value) => [.. all.Select((one, index) => index == bid ? one with { Value = value } : one)];
    }

    /// <summary>Explains an auction in doubles.</summary>
    /// <param name="bids">The bids, one of a bidder at most.</param>
    /// <param name="bidders">The number of bidders.</param>
    /// <param name="bidder">The bidder that asks; null for all, a line each.</param>
    /// <param name="names">The names of the bidders; empty where they are told apart by their index.</param>
    /// <param name="run">The mechanism, of bids.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bidder, or a bid is not valid.</exception>
    public static string Of(ReadOnlySpan<PackageBid> bids, int bidders, int? bidder, IReadOnlyList<string> names, Func<PackageBid[], PackageAwards<double>> run)
    {
        PackageBid<double>[] wide = [.. bids.ToArray().Select(bid => new PackageBid<double>(bid.Bidder, bid.Goods, bid.Value))];
        return Of(wide, bidders, bidder, names, own => run([.. own.Select(bid => new PackageBid(bid.Bidder, (uint)bid.Goods, bid.Value))]));
    }
}
