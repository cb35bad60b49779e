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
        Add(0, "The bids that share no good and are worth most in all are accepted, at most one of a bidder; "
            + (packages.IsCoreSelecting ? "payments are the lowest in the core, nearest to Clarke's." : "every bidder pays what its presence costs the others."));
        Add(1, "What is bid: values for packages, all or nothing; bids of one bidder exclude each other, and goods that no accepted bid takes stay unsold.");
        var goods = packages.Goods;
        Add(2, goods.Names.Count > 0 ? $"Goods: {string.Join(", ", goods.Names)}." : $"Goods: {Number(goods.Count)}, told apart by their index.");
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
                + (packages.IsCoreSelecting ? "The limit holds for each of the searches that payments need." : "Payments beside an allocation that is merely good would not be truthful (Nisan and Ronen 2007)."));
        }
    }

    private void Add(int depth, string text) => _lines.Add(new ExplanationLine(depth, text));

    /// <summary>Three bidders: the first for two goods together, the others for one of them each.</summary>
    private void AddExample(PackageOffer[] offers)
    {
        var outcome = PackageInterpreter.Run(offers, offers.Length);
        var payments = packages.IsCoreSelecting ? [.. CoreInterpreter.Run(offers, offers.Length).Payments.Select(packages.Charged)] : outcome.Payments;
        var winners = Enumerable.Range(0, offers.Length).Where(bidder => outcome.Accepted[bidder] >= 0).Select(bidder => $"bidder {Number(bidder)} wins and pays {Number(payments[bidder])}");
        var (first, second) = packages.Goods.Names.Count > 0 ? (packages.Goods.Names[0], packages.Goods.Names[1]) : ("good 0", "good 1");
        Add(2, $"At the bids {Number(offers[0].Value)} for {first} and {second} together, {Number(offers[1].Value)} for {first}, {Number(offers[2].Value)} for {second}: {string.Join(", ", winners)}.");
    }

    private static string Number(decimal value) => NumberText.Words((double)value, 12);
}
