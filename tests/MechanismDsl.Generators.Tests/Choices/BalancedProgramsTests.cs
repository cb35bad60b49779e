using System.Globalization;
using System.Text.Json;
using Fractions;
using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Choices;

/// <summary>Payments that balance at every profile, from source to numbers.</summary>
public class BalancedProgramsTests
{
    private const string Home = """
        namespace Shop;

        internal enum Home { SwimmingPool, DanceStudio }

        [Mechanism, Outcomes<Home>, Efficient, ExpectedExternality]
        [Agent<UniformIntegers>("Alexa", 1, 9), Agent<UniformIntegers>("Siri", 1, 9)]
        internal partial class HomeImprovement
        {
            [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type;
        }

        internal static class Table
        {
            public static double[] Run(int[] types)
            {
                var payments = new double[types.Length];
                HomeImprovement.Run(types, payments);
                return payments;
            }

            public static string Explanation() => HomeImprovement.Explanation;
        }
        """;

    /// <summary>The explanation repeats what a declaration claims of another one; the claim changes nothing that runs.</summary>
    [Fact]
    public void EquivalentMechanisms()
    {
        const string Value = "[Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type;";
        var (_, assembly) = Driver.Load($$"""
            namespace Shop;

            internal enum Home { SwimmingPool, DanceStudio }

            [Mechanism, Outcomes<Home>, Efficient, ExpectedExternality, Agents(3), Prior<UniformIntegers>(1, 9)]
            internal partial class Renovation { {{Value}} }

            [Mechanism, Outcomes<Home>, Efficient, DAgva, Agents(3), Prior<UniformIntegers>(1, 9), EquivalentTo<Renovation>]
            internal partial class Refurbishment { {{Value}} }

            internal static class Table
            {
                public static string[] Explanations() => [Renovation.Explanation, Refurbishment.Explanation, Refurbishment.Info.Explanation];

                public static double[][] Run(int[] types)
                {
                    double[][] payments = [new double[3], new double[3]];
                    Renovation.Run(types, payments[0]);
                    Refurbishment.Run(types, payments[1]);
                    return payments;
                }
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var explanations = (string[])table.GetMethod("Explanations")!.Invoke(null, null)!;
        Assert.DoesNotContain("equivalent", explanations[0], StringComparison.Ordinal);
        Assert.All(explanations.Skip(1), text => Assert.Contains("Declared equivalent to Renovation: the same decision at every profile of reports, and the same expected payment of every type for every report; MECH3024 and MECH3025 check it.", text, StringComparison.Ordinal));

        // Interim payments by enumeration over the generated code.
        var run = table.GetMethod("Run")!.CreateDelegate<Func<int[], double[][]>>();
        var differing = 0;
        for (var type = 1; type <= 9; type++)
        {
            double[] expected = [0, 0];
            foreach (var (second, third) in from second in Enumerable.Range(1, 9) from third in Enumerable.Range(1, 9) select (second, third))
            {
                var payments = run([type, second, third]);
                differing += payments[0].SequenceEqual(payments[1]) ? 0 : 1;
                expected[0] += payments[0][0] / 81;
                expected[1] += payments[1][0] / 81;
            }

            Assert.Equal(expected[0], expected[1], 1e-12);
        }

        Assert.Equal(696, differing);
    }

    private const string Others = """
        namespace Shop;

        internal enum Home { SwimmingPool, DanceStudio }

        [Mechanism, Outcomes<Home>, Efficient, DAgva]
        [Agent<UniformIntegers>("Alexa", 1, 9), Agent<UniformIntegers>("Siri", 1, 9)]
        internal partial class Shared
        {
            [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type;
        }

        [Mechanism, Outcomes<Home>, Efficient, Rebalanced]
        [Agent<UniformIntegers>("Alexa", 1, 9), Agent<UniformIntegers>("Siri", 1, 9)]
        internal partial class Pivotal
        {
            [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type;
        }

        internal enum Plan { Nothing, SwimmingPool, DanceStudio }

        [Mechanism, Outcomes<Plan>, Efficient, IndividuallyRationalVcg, Rebalanced]
        [Agent<UniformIntegers>("Alexa", 1, 9, OutsideOption = 10), Agent<UniformIntegers>("Siri", 1, 9)]
        [Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced, AllocativelyEfficient)]
        internal partial class Rights
        {
            [Value] static int Value(Plan plan, int type) => plan == Plan.Nothing ? 0 : plan == Plan.SwimmingPool ? type + 5 : 2 * type;
        }

        internal enum Project { No, Build }

        [Mechanism, Outcomes<Project>, Efficient, ExpectedExternality]
        [Agent("A"), Agent("B"), Agent("C")]
        [DiscretePrior([0, 1, 2, 3], [1, 1, 1, 1], Agent = "A"), DiscretePrior([0, 2, 4], [2, 1, 1], Agent = "B"), DiscretePrior([1, 5], [1, 2], Agent = "C")]
        internal partial class Bridge
        {
            [Value] static int Value(Project project, int type) => project == Project.No ? 0 : type - 2;
        }

        [Mechanism, Outcomes<Project>, Efficient, DAgva]
        [Agent("A"), Agent("B"), Agent("C")]
        [DiscretePrior([0, 1, 2, 3], [1, 1, 1, 1], Agent = "A"), DiscretePrior([0, 2, 4], [2, 1, 1], Agent = "B"), DiscretePrior([1, 5], [1, 2], Agent = "C")]
        internal partial class SharedBridge
        {
            [Value] static int Value(Project project, int type) => project == Project.No ? 0 : type - 2;
        }

        // What is worth less than its share is worth the same with the cost and equal shares of it.
        [Mechanism, Outcomes<Project>, Efficient, ExpectedExternality]
        [Agent("A"), Agent("B"), Agent("C")]
        [DiscretePrior([0, 1, 2, 3], [1, 1, 1, 1], Agent = "A"), DiscretePrior([0, 2, 4], [2, 1, 1], Agent = "B"), DiscretePrior([1, 5], [1, 2], Agent = "C")]
        internal partial class CostlyBridge
        {
            [Value] static int Value(Project project, int type) => project == Project.No ? 0 : type;

            [Cost] static int Cost(Project project) => project == Project.No ? 0 : 6;
        }

        internal static class Table
        {
            public static double[] Run(string name, int[] types)
            {
                var payments = new double[types.Length];
                _ = name switch
                {
                    "Shared" => Shared.Run(types, payments).ToString(),
                    "Pivotal" => Pivotal.Run(types, payments).ToString(),
                    "Rights" => Rights.Run(types, payments).ToString(),
                    "Bridge" => Bridge.Run(types, payments).ToString(),
                    "SharedBridge" => SharedBridge.Run(types, payments).ToString(),
                    _ => CostlyBridge.Run(types, payments).ToString(),
                };
                return payments;
            }

            public static bool IsBuilt(int[] types) => CostlyBridge.Run(types).Outcome == Project.Build;

            public static string Explanation() => Rights.Explanation;
        }
        """;

    [Fact]
    public async Task HomeImprovement()
    {
        var (driver, assembly) = Driver.Load(Home);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<int[], double[]>>();
        Expect(Golden("ee-home-improvement").GetProperty("expected_externality").GetProperty("payments"), run);
        var explanation = (string)table.GetMethod("Explanation")!.Invoke(null, null)!;
        Assert.Contains("Alexa expects 142/27, 172/27, 205/27, 241/27, 280/27, 322/27, 367/27, 415/27, 466/27 with type 1, 2, 3, 4, 5, 6, 7, 8, 9.", explanation, StringComparison.Ordinal);
        var interfaces = assembly.GetType("Shop.HomeImprovement")!.GetInterfaces();
        Assert.Contains(typeof(IBayesianIncentiveCompatible), interfaces);
        Assert.Contains(typeof(IExPostBudgetBalanced), interfaces);
        Assert.Contains(typeof(IExPostIndividuallyRational), interfaces);
        Assert.DoesNotContain(typeof(IDominantStrategyIncentiveCompatible), interfaces);
        await Verifier.Verify(driver);
    }

    [Fact]
    public void TheOtherWaysToBalance()
    {
        var (_, assembly) = Driver.Load(Others);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<string, int[], double[]>>();
        Expect(Golden("ee-home-improvement").GetProperty("dAGVA").GetProperty("payments"), types => run("Shared", types));
        Expect(Golden("prop71-home-improvement").GetProperty("payments"), types => run("Pivotal", types));
        Expect(Golden("prop71-home-property-rights").GetProperty("payments_pA_pS"), types => run("Rights", types));
        var project = Golden("ee-public-project-3");
        Expect(project.GetProperty("expected_externality").GetProperty("payments"), types => run("Bridge", types));
        Expect(project.GetProperty("dAGVA").GetProperty("payments"), types => run("SharedBridge", types));

        var isBuilt = table.GetMethod("IsBuilt")!.CreateDelegate<Func<int[], bool>>();
        foreach (var profile in project.GetProperty("expected_externality").GetProperty("payments").EnumerateObject())
        {
            var types = Types(profile.Name);
            var (paid, net) = (run("CostlyBridge", types), run("Bridge", types));
            Assert.Equal(isBuilt(types) ? 6 : 0, paid.Sum());
            Assert.All(paid.Zip(net), pair => Assert.Equal(pair.Second + (isBuilt(types) ? 2 : 0), pair.First, 1e-13));
        }

        var explanation = (string)table.GetMethod("Explanation")!.Invoke(null, null)!;
        Assert.Contains("Before balancing there is an expected surplus of 14/27: every type receives 7/27 of it.", explanation, StringComparison.Ordinal);
        Assert.Contains("What this does not give: truth as a dominant strategy.", explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void OneItem()
    {
        // Types are values of the item for its owner.
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            internal enum Owner { First, Second }

            [Mechanism, Outcomes<Owner>, Efficient, ExpectedExternality, Agents(2), Types(0, 1, 4, 5), DiscretePrior([0, 1, 4, 5], [1, 1, 1, 1])]
            internal partial class Alike
            {
                // 0 and 4 are those of the first agent, 1 and 5 those of the second, one more than they are worth.
                [Value] static double Value(Owner owner, double type) => type is 0 or 4 ? owner == Owner.First ? type : 0 : owner == Owner.Second ? type - 1 : 0;
            }

            [Mechanism, Outcomes<Owner>, Efficient, ExpectedExternality, Agent("First"), Agent("Second")]
            [DiscretePrior([0, 4], [1, 1], Agent = "First"), DiscretePrior([1, 5], [1, 1], Agent = "Second")]
            internal partial class Heirs
            {
                [Value] static double Value(Owner owner, double type) => type is 0 or 4 ? owner == Owner.First ? type : 0 : owner == Owner.Second ? type - 1 : 0;
            }

            [Mechanism, Outcomes<Owner>, Efficient, DAgva, Agent("First"), Agent("Second")]
            [DiscretePrior([0, 4], [1, 1], Agent = "First"), DiscretePrior([1, 5], [1, 1], Agent = "Second")]
            internal partial class Sharing
            {
                [Value] static double Value(Owner owner, double type) => type is 0 or 4 ? owner == Owner.First ? type : 0 : owner == Owner.Second ? type - 1 : 0;
            }

            internal static class Table
            {
                public static double[] Run(double first, double second)
                {
                    var payments = new double[2];
                    Heirs.Run([first, second], payments);
                    return payments;
                }

                public static double[] Share(double first, double second)
                {
                    var payments = new double[2];
                    Sharing.Run([first, second], payments);
                    return payments;
                }
            }
            """);
        var golden = Golden("ee-single-good-2x2");
        foreach (var (method, name) in new[] { ("Run", "expected_externality"), ("Share", "dAGVA") })
        {
            var run = assembly.GetType("Shop.Table")!.GetMethod(method)!.CreateDelegate<Func<double, double, double[]>>();
            Expect(golden.GetProperty(name).GetProperty("payments"), types => run(types[0], types[1] + 1));
        }
    }

    [Fact]
    public void ExactMoney()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            internal enum Home { SwimmingPool, DanceStudio }

            [Mechanism, Outcomes<Home>, Efficient, ExpectedExternality, Money<decimal>(Decimals = 2)]
            [Agent<UniformIntegers>("Alexa", 1, 9), Agent<UniformIntegers>("Siri", 1, 9), Agent<UniformIntegers>("Gia", 1, 3)]
            internal partial class Cents
            {
                [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type;

                [Cost] static int Cost(Home home) => home == Home.SwimmingPool ? 10 : 0;
            }

            [Mechanism, Outcomes<Home>, Efficient, Rebalanced, Money<long>]
            [Agent<UniformIntegers>("Alexa", 1, 9), Agent<UniformIntegers>("Siri", 1, 9)]
            internal partial class Whole
            {
                [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type;
            }

            internal static class Table
            {
                public static (decimal, decimal, decimal, bool) Run(int alexa, int siri, int gia)
                {
                    var result = Cents.Run(alexa, siri, gia);
                    return (result.AlexaPays, result.SiriPays, result.GiaPays, result.Outcome == Home.SwimmingPool);
                }

                public static (long, long) Wholes(int alexa, int siri)
                {
                    var result = Whole.Run(alexa, siri);
                    return (result.AlexaPays, result.SiriPays);
                }
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<int, int, int, (decimal, decimal, decimal, bool)>>();
        var whole = table.GetMethod("Wholes")!.CreateDelegate<Func<int, int, (long, long)>>();
        for (var alexa = 1; alexa <= 9; alexa++)
        {
            for (var siri = 1; siri <= 9; siri++)
            {
                var (first, second) = whole(alexa, siri);
                Assert.Equal(0, first + second);
                for (var gia = 1; gia <= 3; gia++)
                {
                    var (one, two, three, isPool) = run(alexa, siri, gia);
                    Assert.Equal(isPool ? 10 : 0, one + two + three);
                    Assert.Equal(0, one % 0.01m);
                    Assert.Equal(0, two % 0.01m);
                }
            }
        }
    }

    [Fact]
    public void BilateralTrade()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, BilateralTrade, Efficient, DAgva, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)]
            [Guarantees(BayesianIncentiveCompatible, ExPostBudgetBalanced, AllocativelyEfficient)]
            internal partial class House;

            [Mechanism, BilateralTrade, Efficient, DAgva, Seller("Ann"), Buyer("Bob")]
            [DiscretePrior([1, 3], [1, 1], Agent = "Ann"), DiscretePrior([2, 4], [1, 3], Agent = "Bob")]
            internal partial class Car;

            internal static class Table
            {
                public static (bool, double, double) Run(double cost, double bid)
                {
                    var trade = House.Run(cost, bid);
                    return (trade.IsTraded, trade.BuyerPays, trade.SellerReceives);
                }

                public static double Pay(double ann, double bob) => Car.Run(ann, bob).BuyerPays;

                public static string Explanation() => House.Explanation;
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<double, double, (bool, double, double)>>();
        Assert.Equal("(b^2-s^2)/2 = -p_S", Golden("dagva-bilateral-uniform").GetProperty("p_B(b,s)").GetString());
        foreach (var (cost, bid) in new[] { 0, .25, .5, .9, 1 }.SelectMany(cost => new[] { 0, .1, .5, .75, 1, 2 }.Select(bid => (cost, bid))))
        {
            var (isTraded, pays, receives) = run(cost, bid);
            Assert.Equal(bid >= cost, isTraded);
            Assert.Equal(pays, receives);
            var value = Math.Min(bid, 1);
            Assert.Equal(((value * value) - (cost * cost)) / 2, pays, 1e-15);
        }

        // Ann's cost 1 lets Bob expect 1/4 · 2 + 3/4 · 4, her cost 3 only 3; his bid 2 leaves her 3/2 to keep, his bid 4 nothing.
        var pay = table.GetMethod("Pay")!.CreateDelegate<Func<double, double, double>>();
        Assert.Equal([2, 3.5, 1.5, 3], new[] { pay(1, 2), pay(1, 4), pay(3, 2), pay(3, 4) });
        Assert.Contains("a seller of the highest cost 1 expects 2/3, which is less than keeping the good is worth to it.", (string)table.GetMethod("Explanation")!.Invoke(null, null)!, StringComparison.Ordinal);
        var interfaces = assembly.GetType("Shop.House")!.GetInterfaces();
        Assert.Contains(typeof(IExPostBudgetBalanced), interfaces);
        Assert.DoesNotContain(typeof(IInterimIndividuallyRational), interfaces);
        Assert.DoesNotContain(typeof(IDominantStrategyIncentiveCompatible), interfaces);
    }

    [Fact]
    public void GrovesPaymentsThatBalance()
    {
        var (_, assembly) = Driver.Load("""
            namespace Shop;

            internal enum Level { Zero, Third, TwoThirds, One, FourThirds, FiveThirds, Two }

            // The quadratic public good of three agents, times 18: level x = k/3, value 18 (t x − x²/2).
            [Mechanism, Outcomes<Level>, Efficient, BalancedGroves, Agents(3), Types(0, 1, 2)]
            [Guarantees(DominantStrategyIncentiveCompatible, AllocativelyEfficient, ExPostBudgetBalanced)]
            internal partial class Quadratic
            {
                [Value] static int Value(Level level, int type) => (6 * (int)level * type) - ((int)level * (int)level);
            }

            internal enum Owner { A, B }

            // A notary of one known type receives what the two others pay.
            [Mechanism, Outcomes<Owner>, Efficient, BalancedGroves, Money<long>, Agent("Ann"), Agent("Bob"), Agent("Notary")]
            [Types(1, 4, 6, Agent = "Ann"), Types(102, 103, 107, Agent = "Bob"), Types(5, Agent = "Notary")]
            internal partial class Estate
            {
                [Value] static int Value(Owner owner, int type) => type == 5 ? 0 : type > 100 ? owner == Owner.B ? type - 100 : 0 : owner == Owner.A ? type : 0;
            }

            internal static class Table
            {
                public static double[] Run(int[] types)
                {
                    var payments = new double[3];
                    Quadratic.Run(types, payments);
                    return payments;
                }

                public static long[] Inherit(int ann, int bob)
                {
                    var result = Estate.Run(ann, bob, 5);
                    return [result.AnnPays, result.BobPays, result.NotaryPays];
                }

                public static string Explanation() => Quadratic.Explanation;
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        var run = table.GetMethod("Run")!.CreateDelegate<Func<int[], double[]>>();
        foreach (var profile in Golden("bb-groves-quadratic-n3").GetProperty("payments").EnumerateObject())
        {
            Assert.Equal(profile.Value.EnumerateArray().Select(payment => (Rational(payment) * 18).ToDouble()), run(Types(profile.Name)));
        }

        Assert.Contains("The welfare is a sum of terms that each leave out one type", (string)table.GetMethod("Explanation")!.Invoke(null, null)!, StringComparison.Ordinal);
        Assert.Contains(typeof(IExPostBudgetBalanced), assembly.GetType("Shop.Quadratic")!.GetInterfaces());
        Assert.Contains(typeof(IDominantStrategyIncentiveCompatible), assembly.GetType("Shop.Quadratic")!.GetInterfaces());
        var inherit = table.GetMethod("Inherit")!.CreateDelegate<Func<int, int, long[]>>();
        foreach (var (ann, bob) in new[] { 1, 4, 6 }.SelectMany(ann => new[] { 102, 103, 107 }.Select(bob => (ann, bob))))
        {
            Assert.Equal(0, inherit(ann, bob).Sum());
        }
    }

    /// <summary>Doubles are the published fractions to 13 digits; their sum is exactly zero.</summary>
    private static void Expect(JsonElement payments, Func<int[], double[]> run)
    {
        foreach (var profile in payments.EnumerateObject())
        {
            var paid = run(Types(profile.Name));
            Assert.Equal(0, paid.Sum());
            Assert.All(profile.Value.EnumerateArray().Zip(paid), pair => Assert.Equal(Rational(pair.First).ToDouble(), pair.Second, 1e-13));
        }
    }

    private static int[] Types(string profile) => [.. profile.Split(',').Select(type => int.Parse(type, CultureInfo.InvariantCulture))];

    private static Fraction Rational(JsonElement element) => Fraction.FromString(element.GetString()!, CultureInfo.InvariantCulture);

    private static JsonElement Golden(string id)
    {
        using var document = JsonDocument.Parse(typeof(BalancedProgramsTests).Assembly.GetManifestResourceStream("cases.json")!);
        return document.RootElement.GetProperty("cases").EnumerateArray().First(one => one.GetProperty("id").GetString() == id).GetProperty("expected").Clone();
    }
}
