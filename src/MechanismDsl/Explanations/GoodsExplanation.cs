using System.Numerics;
using MechanismDsl.Kernels;

namespace MechanismDsl.Explanations;

/// <summary>Why a bidder gets which goods where several of its bids can be accepted, and why at this price: who would have what without it.</summary>
public static class GoodsExplanation
{
    /// <summary>Explains an auction in exact money.</summary>
    /// <typeparam name="TMoney">The numbers of values and payments.</typeparam>
    /// <param name="bids">The bids.</param>
    /// <param name="bidders">The number of bidders.</param>
    /// <param name="bidder">The bidder that asks; null for all, a line each.</param>
    /// <param name="names">The names of the bidders; empty where they are told apart by their index.</param>
    /// <param name="goods">The names of the goods; empty where they are told apart by their index.</param>
    /// <param name="run">The mechanism, of bids.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bidder, or a bid is not valid.</exception>
    /// <exception cref="AllocationNotProvedException">A market that has to be looked at is not decided within the limits of the declaration.</exception>
    public static string Of<TMoney>(ReadOnlySpan<PackageBid<TMoney>> bids, int bidders, int? bidder, IReadOnlyList<string> names, IReadOnlyList<string> goods, Func<PackageBid<TMoney>[], GoodsAwards<TMoney>> run)
        where TMoney : struct, INumber<TMoney>
    {
        var all = bids.ToArray();
        var outcome = run(all);
        return string.Join('\n', Participants<TMoney>.Asked(bidder, bidders).Select(asked => outcome[asked].IsServed ? Served(asked) : Lost(asked)));

        string Served(int asked)
        {
            // Bids of value 0 are never accepted.
            var others = run([.. all.Select(bid => bid.Bidder == asked ? bid with { Value = TMoney.Zero } : bid)]);
            var changed = Enumerable.Range(0, bidders)
                .Where(other => other != asked && others[other].Goods != outcome[other].Goods)
                .Select(other => $"{Bidder(other, isFirst: false)} would get {Set(others[other].Goods)} instead of {Set(outcome[other].Goods)}")
                .ToList();
            var why = changed.Count == 0 ? "without it the others would get what they get now" : "without it " + ExplainedNumber.List(changed);
            return ExplainedNumber.Format($"{Bidder(asked, isFirst: true)} gets {Set(outcome[asked].Goods)} and pays {ExplainedNumber.Of(outcome[asked].Payment)}, what the others lose by its presence: {why}.");
        }

        string Lost(int asked) => $"{Bidder(asked, isFirst: true)} gets nothing: " + (Array.Exists(all, bid => bid.Bidder == asked && bid.Value > TMoney.Zero)
            ? "its bids are worth no more than those that they would displace."
            : "it bids on nothing.");

        string Bidder(int index, bool isFirst) => names.Count > 0 ? names[index] : ExplainedNumber.Format($"{(isFirst ? "Bidder" : "bidder")} {index}");

        string Set(ulong set)
        {
            List<string> members = [.. Enumerable.Range(0, 64).Where(good => ((set >> good) & 1) != 0).Select(good => goods.Count > 0 ? goods[good] : ExplainedNumber.Format($"good {good}"))];
            return members.Count == 0 ? "nothing" : ExplainedNumber.List(members);
        }
    }

    /// <summary>Explains an auction in doubles.</summary>
    /// <param name="bids">The bids.</param>
    /// <param name="bidders">The number of bidders.</param>
    /// <param name="bidder">The bidder that asks; null for all, a line each.</param>
    /// <param name="names">The names of the bidders; empty where they are told apart by their index.</param>
    /// <param name="goods">The names of the goods; empty where they are told apart by their index.</param>
    /// <param name="run">The mechanism, of bids.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bidder, or a bid is not valid.</exception>
    public static string Of(ReadOnlySpan<PackageBid> bids, int bidders, int? bidder, IReadOnlyList<string> names, IReadOnlyList<string> goods, Func<PackageBid[], GoodsAwards<double>> run)
    {
        PackageBid<double>[] wide = [.. bids.ToArray().Select(bid => new PackageBid<double>(bid.Bidder, bid.Goods, bid.Value))];
        return Of(wide, bidders, bidder, names, goods, own => run([.. own.Select(bid => new PackageBid(bid.Bidder, (uint)bid.Goods, bid.Value))]));
    }
}
