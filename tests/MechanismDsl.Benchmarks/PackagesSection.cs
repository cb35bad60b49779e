using System.Numerics;
using Google.OrTools.LinearSolver;
using Google.OrTools.Sat;
using MechanismDsl.Kernels;
using MechanismDsl.OrTools;

namespace MechanismDsl.Benchmarks;

/// <summary>Winner determination of package auctions against integer programming solvers, and all payments against one winner determination.</summary>
internal static class PackagesSection
{
    private const long Plenty = 1_000_000_000;

    /// <summary>A solver's run takes up to a second; the differences are large.</summary>
    private const int Rounds = 7;

    public static IEnumerable<Comparison> Comparisons()
    {
        yield return FewGoods(12, 100, 38);
        yield return FewGoods(16, 100, 42);
        yield return FewGoods(16, 400, 137);
        yield return AgainstScip("winners, 50 goods, 300 bids, decay", PackageMarkets.Packed(PackageMarkets.Decay(50, 300, 1)), 50);
        yield return AgainstScip("winners, 50 goods, 300 bids, regions", PackageMarkets.Regions(50, 300, 1), 50);
        yield return Payments("payments, 50 goods, 300 bids, decay", PackageMarkets.Packed(PackageMarkets.Decay(50, 300, 1)), 50);
        yield return Payments("payments, 50 goods, 300 bids, regions", PackageMarkets.Regions(50, 300, 1), 50);
        yield return AgainstCpSat("winners, 100 goods, 1000 bids, decay", PackageMarkets.Decay(100, 1000, 1), 100);
    }

    /// <summary>Few goods, where a table holds every set of them.</summary>
    private static Comparison FewGoods(int goods, int count, int bidders)
    {
        var draws = new Draws((ulong)(goods * count));
        var bids = new PackageBid[count];
        for (var index = 0; index < count; index++)
        {
            var package = 0u;
            for (var size = 1 + (draws.Next() % 4); size > 0; size--)
            {
                package |= 1u << (int)(draws.Next() % (ulong)goods);
            }

            bids[index] = new(index % bidders, package, BitOperations.PopCount(package) * (0.5 + draws.Uniform()));
        }

        var accepted = new int[bidders];
        var payments = new double[bidders];
        return new(
            $"payments, {goods} goods, {count} bids of {bidders} bidders",
            1,
            new("PackageAuction.Allocate", () => PackageAuction.Allocate(bids, goods, accepted)),
            new Variant("PackageAuction.Run", () => PackageAuction.Run(bids, goods, accepted, payments), 2.3));
    }

    private static Comparison AgainstScip(string title, ExactPackageBid[] bids, int goods)
    {
        var accepted = new int[PackageMarkets.Bidders(bids)];
        return new(
            title,
            1,
            new("SCIP", () => Scip(bids, goods)),
            new Variant("CP-SAT", () => CpSat(bids, goods)),
            new Variant("PackageSearch.TryAllocate", () => PackageSearch.TryAllocate(bids, goods, Plenty, accepted, out var total) ? total : double.NaN, 0.2))
        {
            Rounds = Rounds,
        };
    }

    private static Comparison Payments(string title, ExactPackageBid[] bids, int goods)
    {
        var accepted = new int[PackageMarkets.Bidders(bids)];
        var payments = new long[accepted.Length];
        return new(
            title,
            1,
            new("PackageSearch.TryAllocate", () => PackageSearch.TryAllocate(bids, goods, Plenty, accepted, out var total) ? total : double.NaN),
            new Variant("PackageSearch.TryRun", () => PackageSearch.TryRun(bids, goods, Plenty, accepted, payments, out var total) ? total : double.NaN, 5))
        {
            Rounds = Rounds,
        };
    }

    private static Comparison AgainstCpSat(string title, LargePackageBid[] bids, int goods) =>
        new(
            title,
            1,
            new("CP-SAT", () => CpSat(bids, goods)),
            new Variant("LargePackageAuction.Allocate", () => LargePackageAuction.Allocate(bids, goods, bids.Length).Total, 1.1))
        {
            Rounds = Rounds,
        };

    private static int[] Goods(ulong set) => [.. Enumerable.Range(0, 64).Where(good => (set >> good & 1) != 0)];

    private static double CpSat(ExactPackageBid[] bids, int goods) => CpSat([.. bids.Select(bid => new LargePackageBid(bid.Bidder, Goods(bid.Goods), bid.Value))], goods);

    private static double CpSat(LargePackageBid[] bids, int goods)
    {
        var model = new CpModel();
        var accepted = bids.Select(_ => model.NewBoolVar("")).ToArray();
        foreach (var alternatives in Rows(bids, goods))
        {
            model.AddAtMostOne(alternatives.Select(index => accepted[index]));
        }

        model.Maximize(Google.OrTools.Sat.LinearExpr.WeightedSum(accepted, bids.Select(bid => bid.Value)));
        using var solver = new CpSolver { StringParameters = "num_workers:1" };
        solver.Solve(model);
        return solver.ObjectiveValue;
    }

    private static double Scip(ExactPackageBid[] bids, int goods)
    {
        using var solver = Solver.CreateSolver("SCIP");
        var accepted = bids.Select(_ => solver.MakeBoolVar("")).ToArray();
        foreach (var alternatives in Rows([.. bids.Select(bid => new LargePackageBid(bid.Bidder, Goods(bid.Goods), bid.Value))], goods))
        {
            var row = solver.MakeConstraint(double.NegativeInfinity, 1);
            foreach (var index in alternatives)
            {
                row.SetCoefficient(accepted[index], 1);
            }
        }

        var objective = solver.Objective();
        for (var index = 0; index < bids.Length; index++)
        {
            objective.SetCoefficient(accepted[index], bids[index].Value);
        }

        objective.SetMaximization();
        using var parameters = new MPSolverParameters();
        parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        solver.Solve(parameters);
        return objective.Value();
    }

    private static IEnumerable<List<int>> Rows(LargePackageBid[] bids, int goods)
    {
        var rows = new List<int>[goods + bids.Max(bid => bid.Bidder) + 1];
        for (var index = 0; index < bids.Length; index++)
        {
            foreach (var row in bids[index].Goods.Append(goods + bids[index].Bidder))
            {
                (rows[row] ??= []).Add(index);
            }
        }

        return rows.Where(row => row is { Count: > 1 });
    }
}
