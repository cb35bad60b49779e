using System.Globalization;
using MechanismDsl.Generators.Planning;
using MechanismDsl.Language.Claims;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Packages;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains a package auction: which bids are accepted, what is paid and why, what does not hold. Its examples are run.</summary>
internal sealed class PackagesExplainer(SolvedPackages packages, PackageShape shape)
{
    private readonly List<ExplanationLine> _lines = [];

    /// <summary>The lines from the top.</summary>
    public EquatableArray<ExplanationLine> Explain()
    {
        if (packages.Goods.IsGreedy)
        {
            AddGreedy();
            _lines.AddRange(GuaranteeLines.Of(packages.Evidence, packages.Problem.Assumptions));
            return _lines.ToEquatableArray();
        }

        if (packages.Goods.IsTogether)
        {
            AddTogether();
            _lines.AddRange(GuaranteeLines.Of(packages.Evidence, packages.Problem.Assumptions));
            return _lines.ToEquatableArray();
        }

        Add(0, "The bids that share no good and are worth most in all are accepted, at most one of a bidder; "
            + (packages.IsCoreSelecting ? "payments are the lowest in the core, nearest to Clarke's." : "every bidder pays what its presence costs the others."));
        AddBids();
        var goods = packages.Goods;
        if (packages.IsCoreSelecting)
        {
            AddCorePayments();
        }
        else
        {
            AddClarkePayments();
        }

        AddSearch(goods);
        _lines.AddRange(GuaranteeLines.Of(packages.Evidence, packages.Problem.Assumptions));
        return _lines.ToEquatableArray();
    }

    private void AddBids()
    {
        var goods = packages.Goods;
        Add(1, "What is bid: " + goods.Bids switch
        {
            BidLanguage.SingleMinded => "one package of each bidder, all or nothing, and what it is worth",
            BidLanguage.Together => "values for packages, each all or nothing; bids of one bidder that share no good can be accepted together",
            BidLanguage.Additive => "values for goods, one by one; several goods are worth their sum",
            _ => "values for packages, all or nothing; bids of one bidder exclude each other",
        } + (goods.Bids == BidLanguage.Exclusive ? ", and goods that no accepted bid takes stay unsold." : "; goods that no accepted bid takes stay unsold."));
        Add(2, goods.Names.Count > 0 ? $"Goods: {string.Join(", ", goods.Names)}." : $"Goods: {Number(goods.Count)}, told apart by their index.");
    }

    private void AddGreedy()
    {
        Add(0, "Bids are accepted in the order of value over the square root of the number of goods, as far as they share no good with those before; every accepted bid pays the lowest value with which it would still be accepted.");
        AddBids();
        Add(1, $"Who wins: the highest value / √goods first, among equals the lowest bidder; a bid of value 0 never. The accepted bids are worth at least 1/√{Number(packages.Goods.Count)} of the best set of bids, as many goods as there are under the root (Lehmann, O'Callaghan and Shoham 2002).");
        Add(1, "What is paid: the critical value, at which the bid would come just before the first one that would otherwise take one of its goods; nothing where there is none, and nothing without an accepted bid.");
        if (packages.Goods.Count >= 2)
        {
            AddExample([new(0, 3, 10), new(1, 1, 6), new(2, 2, 6)]);
        }

        if (new PackageRefuter(packages).Waste() is { } waste)
        {
            Add(1, $"What does not hold: efficiency. Which bids are worth most is not looked for: {waste}.");
        }

        if (shape.Currency.IsGrid)
        {
            Add(1, $"On the grid: values and payments are multiples of {shape.Currency.StepText}; a payment is the lowest of them with which the bid still wins.");
        }
    }

    private void AddTogether()
    {
        var goods = packages.Goods;
        var isAdditive = goods.Bids == BidLanguage.Additive;
        Add(0, isAdditive
            ? "Each good goes to the highest bid for it, at the highest bid of another bidder."
            : "The bids that share no good and are worth most in all are accepted, several of a bidder if need be; every bidder pays what its presence costs the others.");
        AddBids();
        if (isAdditive)
        {
            Add(1, "Who wins: good by good the highest bid, among equals the lowest bidder; a bid of value 0 never. Values add up, so no other allocation is worth more.");
            Add(1, "What is paid: for each good the highest bid of another bidder, 0 where there is none: all that the others lose by the bidder's presence (Vickrey 1961, Clarke 1971).");
        }
        else
        {
            Add(1, "What is paid: the most that the others could have without the bidder, less what they have with it (Clarke 1971), for all its goods together; nothing without a good.");
            Add(2, "A bidder that wants one package or another, but not both, cannot say so with these bids: without [Or] bids exclude each other.");
        }

        if (goods.Count >= 2)
        {
            AddExample(isAdditive ? [new(0, 1, 10), new(0, 2, 4), new(1, 1, 7), new(1, 2, 6)] : [new(0, 1, 8), new(0, 2, 5), new(1, 3, 10)]);
        }

        if (!isAdditive)
        {
            AddSearch(goods);
        }
        else if (shape.Currency.IsGrid)
        {
            Add(1, $"On the grid: values and payments are multiples of {shape.Currency.StepText}.");
        }
    }

    private void AddClarkePayments()
    {
        Add(1, "What is paid: the most that the others could have without the bidder, less what they have with it (Clarke 1971); nothing without an accepted bid.");
        if (packages.Goods.Count >= 2)
        {
            AddExample([new(0, 3, 10), new(1, 1, 6), new(2, 2, 6)]);
            Add(1, "What does not hold: a revenue that losers would accept. Where goods are worth more together, payments can be low though a loser offered more (Ausubel and Milgrom 2006).");
            AddExample([new(0, 3, 2), new(1, 1, 2), new(2, 2, 2)]);
        }
    }

    private void AddCorePayments()
    {
        Add(1, "What is paid: so much that no group of bidders offers the seller more than it gets for what the group would take; of all such payments the lowest sum, and of these the nearest to Clarke's (Day and Cramton 2012), rounded up to the unit of the money.");
        if (packages.Goods.Count >= 2)
        {
            AddExample([new(0, 3, 10), new(1, 1, 8), new(2, 2, 8)]);
        }

        if (new PackageRefuter(packages).Refute(Guarantee.DominantStrategyIncentiveCompatible) is { } deviation)
        {
            Add(1, $"What does not hold: truth as a dominant strategy. Bidding less can pay: {deviation}.");
        }
    }

    private void AddSearch(DisjointPackages goods)
    {
        if (shape.Currency.IsGrid)
        {
            Add(1, $"On the grid: values and payments are multiples of {shape.Currency.StepText}, decided in whole numbers of them; values whose sums would not be exact are refused.");
        }

        if (shape.IsLimited)
        {
            var nodes = goods.Nodes.ToString(CultureInfo.InvariantCulture);
            Add(1, goods.DeterministicTime is { } time
                ? $"How it is found: by an exact search of at most {nodes} nodes, then by the integer program CP-SAT in at most {NumberText.Words(time, 12)} units of deterministic time."
                : $"How it is found: by an exact search of at most {nodes} nodes.");
            Add(2, "What is not proved to be the best within that is not decided: Run throws, TryRun returns false. "
                + (packages.IsCoreSelecting || goods.IsTogether ? "The limit holds for each of the searches that payments need." : "Payments beside an allocation that is merely good would not be truthful (Nisan and Ronen 2007)."));
        }
    }

    private void Add(int depth, string text) => _lines.Add(new ExplanationLine(depth, text));

    /// <summary>Bids for the first two goods, together or one of them.</summary>
    private void AddExample(PackageOffer[] offers)
    {
        var (first, second) = packages.Goods.Names.Count > 0 ? (packages.Goods.Names[0], packages.Goods.Names[1]) : ("good 0", "good 1");
        string Set(ulong goods) => goods switch { 1 => first, 2 => second, _ => $"{first} and {second}" };
        if (packages.Goods.IsTogether)
        {
            var bidders = offers.Max(offer => offer.Bidder) + 1;
            var together = OrPackageInterpreter.Run(offers, bidders);
            var get = Enumerable.Range(0, bidders).Where(bidder => together.Goods[bidder] != 0)
                .Select(bidder => $"bidder {Number(bidder)} gets {Set(together.Goods[bidder])} and pays {Number(together.Payments[bidder])}");
            Add(2, $"At the bids {string.Join(", ", offers.Select(offer => $"{Number(offer.Value)} of bidder {Number(offer.Bidder)} for {Set(offer.Goods)}"))}: {string.Join(", ", get)}.");
            return;
        }

        var outcome = packages.Goods.IsGreedy ? GreedyPackageInterpreter.Run(offers, offers.Length, packages.Problem.Money) : PackageInterpreter.Run(offers, offers.Length);
        var payments = packages.IsCoreSelecting ? [.. CoreInterpreter.Run(offers, offers.Length).Payments.Select(packages.Charged)] : outcome.Payments;
        var winners = Enumerable.Range(0, offers.Length).Where(bidder => outcome.Accepted[bidder] >= 0).Select(bidder => $"bidder {Number(bidder)} wins and pays {Number(payments[bidder])}");
        Add(2, $"At the bids {Number(offers[0].Value)} for {first} and {second} together, {Number(offers[1].Value)} for {first}, {Number(offers[2].Value)} for {second}: {string.Join(", ", winners)}.");
    }

    private static string Number(decimal value) => NumberText.Words((double)value, 12);
}
