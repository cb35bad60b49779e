using System.Reflection;
using MechanismDsl.Examples;

namespace MechanismDsl.Auditing.Tests;

/// <summary>Every mechanism of the tour: what the compiler promises by theorem is looked at from outside.</summary>
public sealed class TourTests
{
    private static readonly AuditSetup _few = new() { Profiles = 60 };

    private static readonly Dictionary<Type, AuditSetup> _setups = new()
    {
        [typeof(Vickrey)] = _few with { Agents = 3 },
        [typeof(Bimodal)] = _few with { Agents = 3 },
        [typeof(Sourcing)] = _few with { Agents = 3 },
        [typeof(BannerAuction)] = _few with { Agents = 3 },
        [typeof(SponsoredSearch)] = _few with { Agents = 3 },
        [typeof(Tickets)] = _few with { Agents = 3 },
        [typeof(Permits)] = _few with { Agents = 3 },
        [typeof(Water)] = _few with { Agents = 3 },
        [typeof(AdSlots)] = _few with { Agents = 3 },
        [typeof(GrainMarket)] = _few with { Buyers = 2, Sellers = 2 },
        [typeof(Berths)] = _few with { Agents = 3 },
        [typeof(Licences)] = _few with { Vectors = [[[3, 10]], [[1, 6], [1, 4]], [[2, 6]]] },
        [typeof(GreedyLicences)] = _few with { Vectors = [[[3, 10], [3, 6]], [[1, 6], [1, 4]], [[2, 6], [3, 8]]] },
        [typeof(Parcels)] = _few with { Vectors = [[[1, 8, 2, 5], [1, 3, 2, 5]], [[3, 10], [3, 7]], [[2, 6], [2, 4]]] },
        [typeof(SharedAlbum)] = _few with { Agents = 3 },
        [typeof(Mainline)] = _few with { Agents = 3 },
        [typeof(CoreLicences)] = _few with { Vectors = [[[3, 10]], [[1, 6], [1, 4]], [[2, 6]]] },
    };

    public static TheoryData<string> Mechanisms => [.. All.Select(type => type.Name).Order(StringComparer.Ordinal)];

    private static IEnumerable<Type> All => typeof(Vickrey).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IMechanism)) && !type.IsInterface);

    [Theory]
    [MemberData(nameof(Mechanisms))]
    public void What_is_promised_is_not_broken(string name)
    {
        var type = All.Single(one => one.Name == name);
        var (report, info) = ((AuditReport, MechanismInfo))typeof(TourTests).GetMethod(nameof(Look), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(type).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [_setups.GetValueOrDefault(type, _few)], null)!;

        Assert.All(info.Guarantees, evidence => Assert.False(report.IsBroken(Enum.Parse<Law>(evidence.Guarantee.ToString())), report.ToString()));
        Assert.Contains(report.Findings, finding => finding.Verdict is Verdict.Holds or Verdict.NothingFound);
    }

    // The same menu by a valuation of one's own.
    [Fact]
    public void What_the_menu_of_lotteries_promises_is_not_broken()
    {
        var guest = new Valuation<int, Lottery<Meal, double>>((_, type, lottery) => lottery.Outcomes.ToArray().Sum(meal => lottery.Probability(meal) * WorthOf(meal, type)))
        {
            Payment = (agent, lottery) => lottery.Payments[agent],
        };

        var report = Audit.Exact<Menu, int, Lottery<Meal, double>>(guest, [[0, 1, 2, 3]], new() { Agents = 1, Weights = [[1, 1, 1, 1]] });

        Assert.NotEmpty(Menu.Info.Guarantees);
        Assert.All(Menu.Info.Guarantees, evidence => Assert.True(report[Enum.Parse<Law>(evidence.Guarantee.ToString())].Verdict == Verdict.Holds, report.ToString()));

        static double WorthOf(Meal meal, int type) => meal switch
        {
            Meal.Soup => type < 2 ? 1 : 2,
            Meal.Roast => type is 0 or 2 ? 1 : 3,
            Meal.Both => WorthOf(Meal.Soup, type) + WorthOf(Meal.Roast, type),
            _ => 0,
        };
    }

    private static (AuditReport Report, MechanismInfo Info) Look<TMechanism>(AuditSetup setup)
        where TMechanism : IMechanism
    {
        var isFinite = Subjects.SubjectOf.Mechanism<TMechanism>(setup).Parties.All(party => party.Types is not null);
        return (isFinite ? Audit.Exact<TMechanism>(setup) : Audit.Search<TMechanism>(setup), TMechanism.Info);
    }
}
