using System.Numerics;
using MechanismDsl.Kernels;

namespace MechanismDsl.Explanations;

/// <summary>Why a bidder's package is accepted or not, and why at this price: what the others' bids are worth without it, and what its bids would have to exceed.</summary>
public static class PackageExplanation
{
    /// <summary>Explains a package auction in exact money.</summary>
    /// <typeparam name="TMoney">The numbers of values and payments.</typeparam>
    /// <param name="bids">The bids.</param>
    /// <param name="bidders">The number of bidders.</param>
    /// <param name="bidder">The bidder that asks; null for all, a line each.</param>
    /// <param name="areClarke">Whether payments are Clarke's; otherwise they are in the core.</param>
    /// <param name="names">The names of the bidders; empty where they are told apart by their index.</param>
    /// <param name="run">The mechanism, of bids.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bidder, or a bid is not valid.</exception>
    /// <exception cref="AllocationNotProvedException">A market that has to be looked at is not decided within the limits of the declaration.</exception>
    public static string Of<TMoney>(ReadOnlySpan<PackageBid<TMoney>> bids, int bidders, int? bidder, bool areClarke, IReadOnlyList<string> names, Func<PackageBid<TMoney>[], PackageAwards<TMoney>> run)
        where TMoney : struct, INumber<TMoney> =>
        Of(bids.ToArray(), bidders, bidder, areClarke, names, new PackageBidView<PackageBid<TMoney>, TMoney>(
            static bid => bid.Bidder,
            static bid => bid.Value,
            static (bid, value) => bid with { Value = value },
            static (one, other) => (one.Goods & other.Goods) != 0), run);

    /// <summary>Explains a package auction of any kind of bids.</summary>
    /// <typeparam name="TBid">A bid.</typeparam>
    /// <typeparam name="TMoney">The numbers of values and payments.</typeparam>
    /// <param name="all">The bids.</param>
    /// <param name="bidders">The number of bidders.</param>
    /// <param name="bidder">The bidder that asks; null for all, a line each.</param>
    /// <param name="areClarke">Whether payments are Clarke's; otherwise they are in the core.</param>
    /// <param name="names">The names of the bidders; empty where they are told apart by their index.</param>
    /// <param name="view">What is asked of bids.</param>
    /// <param name="run">The mechanism, of bids.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bidder, or a bid is not valid.</exception>
    /// <exception cref="AllocationNotProvedException">A market that has to be looked at is not decided within the limits of the declaration.</exception>
    public static string Of<TBid, TMoney>(
        IReadOnlyList<TBid> all, int bidders, int? bidder, bool areClarke, IReadOnlyList<string> names, PackageBidView<TBid, TMoney> view, Func<TBid[], PackageAwards<TMoney>> run)
        where TMoney : struct, INumber<TMoney>
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(view);
        var outcome = run([.. all]).Bidders.ToArray();
        var total = Worth(outcome, -1);
        return string.Join('\n', Participants<TMoney>.Asked(bidder, bidders).Select(asked => outcome[asked].IsServed ? Served(asked) : Lost(asked)));

        string Served(int asked)
        {
            var others = Without(bid => view.Bidder(bid) == asked);
            var accepted = Enumerable.Range(0, bidders)
                .Where(other => other != asked && others[other].IsServed && others[other].Bid != outcome[other].Bid)
                .Select(other => ExplainedNumber.Format($"bid {others[other].Bid} of {Object(other)}"))
                .ToList();
            var why = accepted.Count == 0 ? "without it no other bid would be accepted" : $"without it {ExplainedNumber.List(accepted)} would be accepted";
            var (with, alone) = (Worth(outcome, asked), Worth(others, asked));
            var core = areClarke ? string.Empty : $" Its Clarke payment would be {ExplainedNumber.Of(alone - with)}; payments in the core are raised until no group of bidders would offer more.";
            return ExplainedNumber.Format($"{Subject(asked)} wins with bid {outcome[asked].Bid} of {ExplainedNumber.Of(view.Value(all[outcome[asked].Bid]))} and pays {ExplainedNumber.Of(outcome[asked].Payment)}: ")
                + $"{why}, and the others' bids would be worth {ExplainedNumber.Of(alone)} instead of {ExplainedNumber.Of(with)}.{core}";
        }

        string Lost(int asked)
        {
            var own = Enumerable.Range(0, all.Count).Where(bid => view.Bidder(all[bid]) == asked && view.Value(all[bid]) > TMoney.Zero).ToList();
            var reasons = own.Select(bid =>
            {
                // With the bid accepted the others have the other goods only.
                var rest = Worth(Without(other => view.Bidder(other) == asked || view.Overlap(other, all[bid])), -1);
                return ExplainedNumber.Format($"bid {bid} of {ExplainedNumber.Of(view.Value(all[bid]))} would have to exceed {ExplainedNumber.Of(total - rest)}, what it would displace");
            });
            return ExplainedNumber.Format($"{Subject(asked)} gets nothing: ") + (own.Count == 0 ? "it bids on nothing." : string.Join("; ", reasons) + ".");
        }

        string Subject(int index) => names.Count > 0 ? names[index] : ExplainedNumber.Format($"Bidder {index}");

        string Object(int index) => names.Count > 0 ? names[index] : ExplainedNumber.Format($"bidder {index}");

        // Bids of value 0 are never accepted, and indices stay as they are.
        PackageAward<TMoney>[] Without(Func<TBid, bool> isAway) =>
            run([.. all.Select(bid => isAway(bid) ? view.WithValue(bid, TMoney.Zero) : bid)]).Bidders.ToArray();

        TMoney Worth(PackageAward<TMoney>[] awards, int except)
        {
            var sum = TMoney.Zero;
            for (var other = 0; other < awards.Length; other++)
            {
                sum += other == except || !awards[other].IsServed ? TMoney.Zero : view.Value(all[awards[other].Bid]);
            }

            return sum;
        }
    }

    /// <summary>Explains a package auction in doubles.</summary>
    /// <param name="bids">The bids.</param>
    /// <param name="bidders">The number of bidders.</param>
    /// <param name="bidder">The bidder that asks; null for all, a line each.</param>
    /// <param name="names">The names of the bidders; empty where they are told apart by their index.</param>
    /// <param name="run">The mechanism, of bids.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bidder, or a bid is not valid.</exception>
    public static string Of(ReadOnlySpan<PackageBid> bids, int bidders, int? bidder, IReadOnlyList<string> names, Func<PackageBid[], PackageAwards<double>> run)
    {
        PackageBid<double>[] wide = [.. bids.ToArray().Select(bid => new PackageBid<double>(bid.Bidder, bid.Goods, bid.Value))];
        return Of(wide, bidders, bidder, areClarke: true, names, own => run([.. own.Select(bid => new PackageBid(bid.Bidder, (uint)bid.Goods, bid.Value))]));
    }
}
