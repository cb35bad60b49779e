using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Matching;

/// <summary>Assignments and packages among named agents: reports and payments by name, and the same outcome as by index.</summary>
public class NamedAgentsTests
{
    [Fact]
    public async Task Harbour()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            internal enum Berth { Quay, Pier }

            [Mechanism, Assignment<Berth>, Efficient, Agent("Ferry"), Agent("Tug"), Agent("Yacht")]
            public partial class Harbour;

            internal static class Table
            {
                public static string All() => Harbour.Run(ferry: new(5, 2), tug: new(4, 3), yacht: new(1, 1)).ToString();

                public static string Absent() => Harbour.Run(tug: new(4, 3)).ToString();

                public static string Explained() => Harbour.Explain([new(5, 2), new(4, 3), new(1, 1)], 2);

                public static void Short() => Harbour.Run([new(5, 2)]);
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        Assert.Equal("Result { FerryItem = 0, FerryPays = 2, TugItem = 1, TugPays = 1, YachtItem = -1, YachtPays = 0, FerryGets = Quay, TugGets = Pier, YachtGets =  }", table.GetMethod("All")!.Invoke(null, null));
        Assert.Equal("Result { FerryItem = -1, FerryPays = 0, TugItem = 0, TugPays = 0, YachtItem = -1, YachtPays = 0, FerryGets = , TugGets = Quay, YachtGets =  }", table.GetMethod("Absent")!.Invoke(null, null));
        Assert.Equal("Yacht gets nothing: Quay is worth 1 to it and costs 2, Pier is worth 1 to it and costs 1.", table.GetMethod("Explained")!.Invoke(null, null));
        Assert.IsAssignableFrom<ArgumentException>(Assert.Throws<System.Reflection.TargetInvocationException>(() => table.GetMethod("Short")!.Invoke(null, null)).InnerException);
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task Frequencies()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            internal enum Region { North, South }

            [Mechanism, Packages<Region>, Efficient, Money<decimal>, Agent("Alpha"), Agent("Beta"), Agent("Gamma")]
            public partial class Frequencies;

            internal static class Table
            {
                private static readonly MechanismDsl.Kernels.PackageBid<decimal>[] Bids =
                [
                    new(Frequencies.Bidders.Alpha, Frequencies.Goods.North | Frequencies.Goods.South, 10),
                    new(Frequencies.Bidders.Beta, Frequencies.Goods.North, 6),
                    new(Frequencies.Bidders.Gamma, Frequencies.Goods.South, 6),
                ];

                public static string Run() => Frequencies.Run(Bids).ToString();

                public static string Explained() => Frequencies.Explain(Bids, 3, 1);
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        Assert.Equal("Result { AlphaBid = -1, AlphaPays = 0.00, BetaBid = 1, BetaPays = 4.00, GammaBid = 2, GammaPays = 4.00 }", table.GetMethod("Run")!.Invoke(null, null));
        Assert.Equal("Beta wins with bid 1 of 6 and pays 4: without it bid 0 of Alpha would be accepted, and the others' bids would be worth 10 instead of 6.", table.GetMethod("Explained")!.Invoke(null, null));
        await Verifier.Verify(driver);
    }

    [Fact]
    public void DeclarationsWithErrors_KeepTheirSignatures()
    {
        var (driver, _) = Driver.Load("""
            internal enum Berth { Quay, Pier }
            [Mechanism, Assignment<Berth>, RevenueOptimal, Agent("Ferry"), Agent("Tug")] internal partial class A;
            [Mechanism, Packages<Berth>, Efficient, Agent("Ferry", Weight = 2), Agent("Tug")] internal partial class B;
            internal static class Table
            {
                public static double Run() => A.Run(ferry: new(1, 2)).FerryPays + B.Run([new(B.Bidders.Tug, B.Goods.Quay, 1)]).TugPays;
            }
            """);
        Assert.Contains("MECH0005", Driver.Text(driver), StringComparison.Ordinal);
    }
}
