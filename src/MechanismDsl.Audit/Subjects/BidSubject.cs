using System.Numerics;
using Fractions;
using MechanismDsl.Auditing.Declarations;
using MechanismDsl.Auditing.Settings;
using MechanismDsl.Kernels;

namespace MechanismDsl.Auditing.Subjects;

/// <summary>Bids for packages: a type is pairs of goods (a bit each) and value.</summary>
internal abstract class BidSubject<TBid, TMoney> : Subject
    where TMoney : struct, INumber<TMoney>
{
    private const int MostGoods = 6;

    private static readonly Func<int, ulong, double, TBid> _bid = Maker();

    /// <inheritdoc/>
    public override bool IsRounded => typeof(TMoney) == typeof(double);

    /// <summary>The bids of all bidders, and for each what it is for.</summary>
    protected static (TBid[] Bids, List<long> Goods) Collect(IReadOnlyList<double[]> reports)
    {
        var bids = new List<TBid>();
        var goods = new List<long>();
        for (var bidder = 0; bidder < reports.Count; bidder++)
        {
            for (var pair = 0; pair + 1 < reports[bidder].Length; pair += 2)
            {
                bids.Add(_bid(bidder, (ulong)reports[bidder][pair], reports[bidder][pair + 1]));
                goods.Add((long)reports[bidder][pair]);
            }
        }

        return ([.. bids], goods);
    }

    /// <summary>Who takes part, and what can be decided.</summary>
    /// <exception cref="AuditException">The bids are not handed over.</exception>
    protected static (Party[] Parties, Setting Setting) Read(DeclaredMechanism mechanism, AuditSetup setup, Worth worth)
    {
        if (setup.Vectors is not { Count: > 0 })
        {
            throw new AuditException($"'{mechanism.Type.Name}' takes bids for packages: hand over every bidder's types as Vectors, each type goods and value of its bids in turn ([3, 10] is 10 for the goods 1 and 2).");
        }

        var agents = DeclaredAgents.Of(mechanism, setup);
        var use = mechanism.Find("Packages")!;
        var goods = use.Argument is { } names ? Enum.GetNames(names).Length : use.Get<int>("Goods");
        return (
            [.. agents.Select((agent, index) => Party.Of(mechanism, setup, agent, index, Bids(setup, index)))],
            new Setting
            {
                Worth = worth,
                Feasible = goods <= MostGoods ? () => FeasibleLots.Packages(agents.Count, goods) : null,
                WhyNoEfficiency = goods <= MostGoods ? null : FormattableString.Invariant($"there are more than {MostGoods} goods"),
            });
    }

    /// <inheritdoc/>
    public override Fraction[] Exact(int agent, double[] type) =>
        [.. type.Select((number, index) => index % 2 == 0 ? new Fraction((long)number) : Amount.Of(Numbers<TMoney>.Of(number)).Exact)];

    /// <inheritdoc/>
    public override string Text(int agent, double[] type) => "(" + string.Join("; ", Enumerable.Range(0, type.Length / 2).Select(bid =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{type[(2 * bid) + 1]} for {Goods((long)type[2 * bid])}"))) + ")";

    private static string Goods(long set) => "{" + string.Join(", ", Enumerable.Range(0, 63).Where(good => ((set >> good) & 1) != 0)) + "}";

    /// <summary>In a search the goods of the first type are fixed, and values vary; an exact audit lies with whole types.</summary>
    private static IReadOnlyList<Dimension> Bids(AuditSetup setup, int bidder)
    {
        var type = Party.Handed(setup, bidder)![0];
        return [.. type.Select((number, index) => index % 2 == 0 ? new Dimension("goods", number, number, 1) : new Dimension("value", 0, 1e15, 0))];
    }

    private static Func<int, ulong, double, TBid> Maker() =>
        typeof(TBid) == typeof(PackageBid) ? (bidder, goods, value) => (TBid)(object)new PackageBid(bidder, checked((uint)goods), value)
        : typeof(TBid) == typeof(PackageBid<TMoney>) ? (bidder, goods, value) => (TBid)(object)new PackageBid<TMoney>(bidder, goods, Numbers<TMoney>.Of(value))
        : throw new AuditException($"Bids of type {typeof(TBid).Name} are not known to the audit.");
}
