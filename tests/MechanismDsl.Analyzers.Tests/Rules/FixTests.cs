using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>Every repair leads to source that compiles and raises no error or warning of ours, and keeps comments and layout.</summary>
public class FixTests
{
    [Theory]
    [InlineData("MECH0001", "// why\n[Mechanism, SingleItem, Efficient]\npublic /* open */ class Vickrey; // end", "Add 'partial'",
        "// why\n[Mechanism, SingleItem, Efficient]\npublic /* open */ partial class Vickrey; // end")]
    [InlineData("MECH0001", "[Mechanism, SingleItem, Efficient]\n// why\nclass Vickrey;", "Add 'partial'", "[Mechanism, SingleItem, Efficient]\n// why\npartial class Vickrey;")]
    [InlineData("MECH0001", "class Market\n{\n    [Mechanism, SingleItem, Efficient]\n    public class Vickrey;\n}", "Add 'partial'",
        "partial class Market\n{\n    [Mechanism, SingleItem, Efficient]\n    public partial class Vickrey;\n}")]
    [InlineData("MECH0002", "[Mechanism, SingleItem, Efficient]\npublic abstract partial class Vickrey;", "Remove 'abstract'", "[Mechanism, SingleItem, Efficient]\npublic partial class Vickrey;")]
    [InlineData("MECH0003", "/// <summary>A sale.</summary>\n[Mechanism, Efficient] // keep\npublic partial class Vickrey;", "Add [SingleItem]",
        "/// <summary>A sale.</summary>\n[Mechanism, Efficient, SingleItem] // keep\npublic partial class Vickrey;")]
    [InlineData("MECH0003", "[MechanismDsl.Mechanism, Efficient]\npublic partial class Vickrey;", "Add [SingleItem]",
        "[MechanismDsl.Mechanism, Efficient, MechanismDsl.SingleItem]\npublic partial class Vickrey;")]
    [InlineData("MECH0004", "[Mechanism, SingleItem]\npublic partial class Sale;", "Add [Efficient]", "[Mechanism, SingleItem, Efficient]\npublic partial class Sale;")]
    [InlineData("MECH0004", "[Mechanism, Goods(2)]\n[Agents(1), Prior<UniformIntegers>(1, 2)]\npublic partial class Sale;", "Add [Optimal(Objective.Revenue)]", "[Mechanism, Goods(2), Optimal(Objective.Revenue)]\n[Agents(1), Prior<UniformIntegers>(1, 2)]\npublic partial class Sale;")]
    [InlineData("MECH0006", "[Mechanism, Goods(2), Optimal(Objective.Revenue), Agents(1)]\npublic partial class Sale;", "Add [Prior<UniformIntegers>(1, 2)]", "[Mechanism, Goods(2), Optimal(Objective.Revenue), Agents(1)]\n[Prior<UniformIntegers>(1, 2)]\npublic partial class Sale;")]
    [InlineData("MECH0004", "[Mechanism, SingleItem]\n[Prior<Uniform>(0, 1)]\npublic partial class Sale;", "Add [RevenueOptimal]",
        "[Mechanism, SingleItem, RevenueOptimal]\n[Prior<Uniform>(0, 1)]\npublic partial class Sale;")]
    [InlineData("MECH0005", "[Mechanism, SingleItem]\n// welfare\n[Efficient]\n[RevenueOptimal]\n[Prior<Uniform>(0, 1)]\npublic partial class Sale;", "Remove [RevenueOptimal]",
        "[Mechanism, SingleItem]\n// welfare\n[Efficient]\n[Prior<Uniform>(0, 1)]\npublic partial class Sale;")]
    [InlineData("MECH0005", "[Mechanism, SingleItem, Efficient, RevenueOptimal]\n[Prior<Uniform>(0, 1)]\npublic partial class Sale;", "Remove [Efficient]",
        "[Mechanism, SingleItem, RevenueOptimal]\n[Prior<Uniform>(0, 1)]\npublic partial class Sale;")]
    [InlineData("MECH0006", "[Mechanism, SingleItem, RevenueOptimal]\npublic partial class Sale;", "Add [Prior<Uniform>(0, 1)]",
        "[Mechanism, SingleItem, RevenueOptimal]\n[Prior<Uniform>(0, 1)]\npublic partial class Sale;")]
    [InlineData("MECH0006", "[Mechanism, SingleItem, RevenueOptimal]\n[Agent(\"North\"), Agent<Uniform>(\"South\", 0, 18)]\npublic partial class Sale;", "Add the prior Uniform(0, 1)",
        "[Mechanism, SingleItem, RevenueOptimal]\n[Agent<Uniform>(\"North\", 0, 1), Agent<Uniform>(\"South\", 0, 18)]\npublic partial class Sale;")]
    [InlineData("MECH0008", "[Mechanism, SingleItem, Efficient]\n[Agents(5, /* most */ 2)]\npublic partial class Sale;", "Swap the two numbers",
        "[Mechanism, SingleItem, Efficient]\n[Agents(2, /* most */ 5)]\npublic partial class Sale;")]
    [InlineData("MECH0009", "[Mechanism, SingleItem, PayAsBid]\n[Prior<Uniform>(0, 1), Message(0, 1)]\npublic partial class Sale { [Strategy] static double Bid(double value) => value / 2; }", "Add [Agents(2)]",
        "[Mechanism, SingleItem, PayAsBid]\n[Prior<Uniform>(0, 1), Message(0, 1)]\n[Agents(2)]\npublic partial class Sale { [Strategy] static double Bid(double value) => value / 2; }")]
    [InlineData("MECH0010", "[Mechanism, SingleItem, Efficient, Reserve(5)]\n[Suppliers]\npublic partial class Sourcing;", "Add [Procurement]",
        "[Mechanism, SingleItem, Efficient, Reserve(5), Procurement]\n[Suppliers]\npublic partial class Sourcing;")]
    [InlineData("MECH0010", "[Mechanism, SingleItem, Efficient]\n[Suppliers]\npublic partial class Sale;", "Remove [Suppliers]", "[Mechanism, SingleItem, Efficient]\npublic partial class Sale;")]
    [InlineData("MECH0011", "[Mechanism, SingleItem, Procurement, RevenueOptimal]\n[Suppliers<Uniform>(0, 1)]\npublic partial class Sourcing;", "Add [BuyerValue(1)]",
        "[Mechanism, SingleItem, Procurement, RevenueOptimal, BuyerValue(1)]\n[Suppliers<Uniform>(0, 1)]\npublic partial class Sourcing;")]
    [InlineData("MECH0012", "[SingleItem, Efficient]\npublic partial class Sale;", "Add [Mechanism]", "[Mechanism, SingleItem, Efficient]\npublic partial class Sale;")]
    [InlineData("MECH0012", "/// <summary>Not yet.</summary>\n[SingleItem]\npublic partial class Sale;", "Remove [SingleItem]", "/// <summary>Not yet.</summary>\npublic partial class Sale;")]
    [InlineData("MECH0014", "[Mechanism, SingleItem, Efficient, SellerValue(1/3)]\npublic partial class Sale;", "Write 1.0/3", "[Mechanism, SingleItem, Efficient, SellerValue(1.0/3)]\npublic partial class Sale;")]
    [InlineData("MECH0014", "[Mechanism, SingleItem, PayAsBid, Message(0, 1)]\n[Agents(2), Prior<Uniform>(0, 1)]\npublic partial class Sale { [Strategy] static double Bid(double value) => 1/2 * value / 1; }", "Write 1.0/2",
        "[Mechanism, SingleItem, PayAsBid, Message(0, 1)]\n[Agents(2), Prior<Uniform>(0, 1)]\npublic partial class Sale { [Strategy] static double Bid(double value) => 1.0/2 * value / 1; }")]
    [InlineData("MECH0016", "[Mechanism, SingleItem, Efficient]\n[Agent(\"North\"), Agent(\"South\"), Reserve(6, Agent = \"Nort\")]\npublic partial class Sale;", "Use \"North\"",
        "[Mechanism, SingleItem, Efficient]\n[Agent(\"North\"), Agent(\"South\"), Reserve(6, Agent = \"North\")]\npublic partial class Sale;")]
    [InlineData("MECH0032", "[Mechanism, Packages(2), CoreSelecting]\npublic partial class Spectrum;", "Add [Money<decimal>]", "[Mechanism, Packages(2), CoreSelecting, Money<decimal>]\npublic partial class Spectrum;")]
    [InlineData("MECH0031", "[Mechanism, Packages(40), Efficient]\npublic partial class Spectrum;", "Add [Money<decimal>]", "[Mechanism, Packages(40), Efficient, Money<decimal>]\npublic partial class Spectrum;")]
    [InlineData("MECH0031", "[Mechanism, Packages(40), Efficient, Money<double>]\npublic partial class Spectrum;", "Use decimal money", "[Mechanism, Packages(40), Efficient, Money<decimal>]\npublic partial class Spectrum;")]
    [InlineData("MECH0017", "[Mechanism, SingleItem, Efficient, Money<float>]\npublic partial class Sale;", "Use decimal money with two decimals",
        "[Mechanism, SingleItem, Efficient, Money<decimal>(Decimals = 2)]\npublic partial class Sale;")]
    [InlineData("MECH0024", "[Mechanism, Knapsack(10), Efficient]\n[Agent(\"Video\"), Agent(\"Voice\", Size = 2)]\npublic partial class Link;", "Add Size = 1",
        "[Mechanism, Knapsack(10), Efficient]\n[Agent(\"Video\", Size = 1), Agent(\"Voice\", Size = 2)]\npublic partial class Link;")]
    [InlineData("MECH0025", "[Mechanism, Services, Efficient]\n[Agent(\"North\"), Agent(\"South\"), Agent(\"East\")]\n[AtMost(1, \"North\", \"Sotuh\")]\npublic partial class Licences;", "Use \"South\"",
        "[Mechanism, Services, Efficient]\n[Agent(\"North\"), Agent(\"South\"), Agent(\"East\")]\n[AtMost(1, \"North\", \"South\")]\npublic partial class Licences;")]
    [InlineData("MECH0026", "[Mechanism, Services, Efficient]\n[Agent(\"North\"), Agent(\"South\"), Agent(\"East\")]\n[AtMost(1), MustServe(\"North\", \"South\")]\npublic partial class Licences;", "Remove [AtMost]",
        "[Mechanism, Services, Efficient]\n[Agent(\"North\"), Agent(\"South\"), Agent(\"East\")]\n[MustServe(\"North\", \"South\")]\npublic partial class Licences;")]
    [InlineData("MECH0049", "[Mechanism, Services, Efficient, Reserve(2)]\n[Agent(\"North\"), Agent(\"South\"), MustServe(\"North\")]\npublic partial class Licences;", "Remove [Reserve]",
        "[Mechanism, Services, Efficient]\n[Agent(\"North\"), Agent(\"South\"), MustServe(\"North\")]\npublic partial class Licences;")]
    [InlineData("MECH0027", "[Mechanism, DoubleAuction, Efficient]\n[Seller(\"North\")]\npublic partial class Market;", "Add [Buyer(\"Buyer\")]",
        "[Mechanism, DoubleAuction, Efficient, Buyer(\"Buyer\")]\n[Seller(\"North\")]\npublic partial class Market;")]
    [InlineData("MECH0027", "[Mechanism, BilateralTrade, Efficient]\n[Seller(\"North\"), Seller(\"South\")]\npublic partial class House;", "Remove [Seller]",
        "[Mechanism, BilateralTrade, Efficient]\n[Seller(\"North\")]\npublic partial class House;")]
    [InlineData("MECH0033", "[Mechanism, Partnership(1, 2), Efficient]\n[Prior<Uniform>(0, 1)]\npublic partial class Buyout;", "Use the shares 1.0/3, 2.0/3",
        "[Mechanism, Partnership(1.0/3, 2.0/3), Efficient]\n[Prior<Uniform>(0, 1)]\npublic partial class Buyout;")]
    [InlineData("MECH0034", "[Mechanism, Taxation(TaxObjective.Rawlsian)]\n[Prior<Uniform>(0, 1)]\npublic partial class IncomeTax;", "Use [Prior<Uniform>(1, 2)]",
        "[Mechanism, Taxation(TaxObjective.Rawlsian)]\n[Prior<Uniform>(1, 2)]\npublic partial class IncomeTax;")]
    [InlineData("MECH3023", "[Mechanism, Partnership(.9, .1), Efficient]\n[Prior<Uniform>(0, 1), Guarantees(InterimIndividuallyRational, ExPostBudgetBalanced)]\npublic partial class Buyout;", "Use the shares 0.7886, 0.2114",
        "[Mechanism, Partnership(0.7886, 0.2114), Efficient]\n[Prior<Uniform>(0, 1), Guarantees(InterimIndividuallyRational, ExPostBudgetBalanced)]\npublic partial class Buyout;")]
    [InlineData("MECH2001", "[Mechanism, SingleItem, PayAsBid]\n[Guarantees(DominantStrategyIncentiveCompatible, NoSubsidy)]\npublic partial class Sale;", "Remove the claim DominantStrategyIncentiveCompatible",
        "[Mechanism, SingleItem, PayAsBid]\n[Guarantees(NoSubsidy)]\npublic partial class Sale;")]
    [InlineData("MECH2001", "[Mechanism, SingleItem, PayAsBid]\n[Guarantees(DominantStrategyIncentiveCompatible)]\npublic partial class Sale;", "Pay the threshold ([Efficient]) instead of the own bid",
        "[Mechanism, SingleItem, Efficient]\n[Guarantees(DominantStrategyIncentiveCompatible)]\npublic partial class Sale;")]
    [InlineData("MECH0040", "[Mechanism, SingleItem, CremerMcLean]\n[Types(1, 2)]\npublic partial class Sale;", "Add [JointPrior(2, 1, 1, 2)]",
        "[Mechanism, SingleItem, CremerMcLean]\n[Types(1, 2)]\n[JointPrior(2, 1, 1, 2)]\npublic partial class Sale;")]
    [InlineData("MECH0041", "[Mechanism, SingleItem, CremerMcLean]\n[JointPrior(2, 1, 1, 2)]\npublic partial class Sale;", "Add [Types(1, 2)]",
        "[Mechanism, SingleItem, CremerMcLean]\n[JointPrior(2, 1, 1, 2)]\n[Types(1, 2)]\npublic partial class Sale;")]
    [InlineData("MECH0042", "[Mechanism, SingleItem, CremerMcLean]\n[Agent(\"North\"), Agent(\"South\")]\n[Types(1, 2, 3, Agent = \"North\"), Types(1, 2, Agent = \"South\"), JointPrior(2, 1, 1, 1, 1, 2)]\npublic partial class Sale;", "Use [Efficient], which needs no beliefs",
        "[Mechanism, SingleItem, Efficient]\n[Agent(\"North\"), Agent(\"South\")]\npublic partial class Sale;")]
    [InlineData("MECH0043", "[Mechanism, SingleItem, Optimal(Objective.Revenue)]\n[Agents(2), Prior<Uniform>(0, 1)]\npublic partial class Sale;", "Use [RevenueOptimal], which needs no finite types",
        "[Mechanism, SingleItem, RevenueOptimal]\n[Agents(2), Prior<Uniform>(0, 1)]\npublic partial class Sale;")]
    [InlineData("MECH0046", "[Mechanism, SingleItem, Optimal(Objective.Revenue)]\n[Agents(2), Prior<UniformIntegers>(1, 2), Guarantees(NoSubsidy)]\npublic partial class Sale;", "Promise InterimIndividuallyRational",
        "[Mechanism, SingleItem, Optimal(Objective.Revenue)]\n[Agents(2), Prior<UniformIntegers>(1, 2), Guarantees(NoSubsidy, InterimIndividuallyRational)]\npublic partial class Sale;")]
    [InlineData("MECH4009", "[Mechanism, SingleItem, CremerMcLean, Agents(2)]\n[Types(1, 2), JointPrior(2, 1, .5)]\npublic partial class Sale;", "State one weight for each profile",
        "[Mechanism, SingleItem, CremerMcLean, Agents(2)]\n[Types(1, 2), JointPrior(2, 1, 0.5, 1)]\npublic partial class Sale;")]
    [InlineData("MECH2003", "class Fake : INoSubsidy // why\n{\n}", "Remove INoSubsidy", "class Fake // why\n{\n}")]
    [InlineData("MECH2003", "class Fake : IDisposable, INoSubsidy { public void Dispose() { } }", "Remove INoSubsidy", "class Fake : IDisposable { public void Dispose() { } }")]
    [InlineData("MECH2003", "interface IMine : MechanismDsl.INoSubsidy;", "Remove MechanismDsl.INoSubsidy", "interface IMine;")]
    [InlineData("MECH3004", "[Mechanism, SingleItem, Efficient]\n[Agent<Uniform>(\"A\", 0, 12), Agent<Uniform>(\"B\", 0, 18)]\n[Reserve(6, Agent = \"A\"), Reserve(9, Agent = \"B\")]\npublic partial class Sale;", "Use [RevenueOptimal] without reserves",
        "[Mechanism, SingleItem, RevenueOptimal]\n[Agent<Uniform>(\"A\", 0, 12), Agent<Uniform>(\"B\", 0, 18)]\npublic partial class Sale;")]
    [InlineData("MECH3005", "[Mechanism, SingleItem, RevenueOptimal]\n[Agents(2), HistogramPrior([0, 3, 8], [.75, .25])]\npublic partial class Sale;", "Share ties with equal probability",
        "[Mechanism(Ties = TieRule.Shared), SingleItem, RevenueOptimal]\n[Agents(2), HistogramPrior([0, 3, 8], [.75, .25])]\npublic partial class Sale;")]
    [InlineData("MECH3006", "[Mechanism, SingleItem, Efficient, EntryFee(0.25)]\n[Agents(2), Prior<Uniform>(0, 1)]\npublic partial class Sale;", "Use [Reserve(0.5)] instead of the fee",
        "[Mechanism, SingleItem, Efficient, Reserve(0.5)]\n[Agents(2), Prior<Uniform>(0, 1)]\npublic partial class Sale;")]
    [InlineData("MECH3007", "[Mechanism, SingleItem, Efficient, Reserve(5)]\npublic partial class Sale;", "Declare the reserve as the seller's own value", "[Mechanism, SingleItem, Efficient, SellerValue(5)]\npublic partial class Sale;")]
    [InlineData("MECH3008", "[Mechanism, SingleItem, PayAsBid]\n[Agents(2), Prior<Uniform>(0, 1)]\npublic partial class Sale;", "Pay the threshold ([Efficient]) instead of the own bid",
        "[Mechanism, SingleItem, Efficient]\n[Agents(2), Prior<Uniform>(0, 1)]\npublic partial class Sale;")]
    [InlineData("MECH3012", "[Mechanism, SingleItem, Efficient]\n[Agent<Uniform>(\"A\", 0, 1), Agent<Uniform>(\"B\", 0, 2)]\n[Reserve(6, Agent = \"A\"), Reserve(9, Agent = \"B\")]\npublic partial class Sale;", "Remove [Reserve]",
        "[Mechanism, SingleItem, Efficient]\n[Agent<Uniform>(\"A\", 0, 1), Agent<Uniform>(\"B\", 0, 2)]\npublic partial class Sale;")]
    [InlineData("MECH0020", "enum Home { A, B }\n[Mechanism, Outcomes<Home>, Efficient, DAgva]\n[Agents(2), Prior<Uniform>(1, 9)]\npartial class Choice { [Value] static double Value(Home home, double type) => home == Home.A ? type + 5 : 2 * type; }", "Remove [DAgva]",
        "enum Home { A, B }\n[Mechanism, Outcomes<Home>, Efficient]\n[Agents(2), Prior<Uniform>(1, 9)]\npartial class Choice { [Value] static double Value(Home home, double type) => home == Home.A ? type + 5 : 2 * type; }")]
    [InlineData("MECH3016", "enum Home { A, B }\n[Mechanism, Outcomes<Home>, Efficient, IndividuallyRationalVcg, Rebalanced]\n[Agent<UniformIntegers>(\"A\", 1, 9, OutsideOption = 22), Agent<UniformIntegers>(\"B\", 1, 9)]\npartial class Choice { [Value] static int Value(Home home, int type) => home == Home.A ? type + 5 : 2 * type; }", "Remove [Rebalanced]",
        "enum Home { A, B }\n[Mechanism, Outcomes<Home>, Efficient, IndividuallyRationalVcg]\n[Agent<UniformIntegers>(\"A\", 1, 9, OutsideOption = 22), Agent<UniformIntegers>(\"B\", 1, 9)]\npartial class Choice { [Value] static int Value(Home home, int type) => home == Home.A ? type + 5 : 2 * type; }")]
    [InlineData("MECH3017", "enum Home { A, B }\n[Mechanism, Outcomes<Home>, Efficient, BalancedGroves]\n[Agents(2), Prior<UniformIntegers>(1, 9)]\npartial class Choice { [Value] static int Value(Home home, int type) => home == Home.A ? type + 5 : 2 * type; }", "Balance in expectation of the others' types ([ExpectedExternality])",
        "enum Home { A, B }\n[Mechanism, Outcomes<Home>, Efficient, ExpectedExternality]\n[Agents(2), Prior<UniformIntegers>(1, 9)]\npartial class Choice { [Value] static int Value(Home home, int type) => home == Home.A ? type + 5 : 2 * type; }")]
    [InlineData("MECH3017", "enum Home { A, B }\n[Mechanism, Outcomes<Home>, Efficient, BalancedGroves]\n[Agents(2), Prior<UniformIntegers>(1, 9)]\npartial class Choice { [Value] static int Value(Home home, int type) => home == Home.A ? type + 5 : 2 * type; }", "Remove [BalancedGroves]",
        "enum Home { A, B }\n[Mechanism, Outcomes<Home>, Efficient]\n[Agents(2), Prior<UniformIntegers>(1, 9)]\npartial class Choice { [Value] static int Value(Home home, int type) => home == Home.A ? type + 5 : 2 * type; }")]
    [InlineData("MECH3017", "enum Home { A, B }\n[Mechanism, Outcomes<Home>, Efficient]\n[Agents(2), Prior<UniformIntegers>(1, 9)]\n[Guarantees(DominantStrategyIncentiveCompatible, ExPostBudgetBalanced)]\npartial class Choice { [Value] static int Value(Home home, int type) => home == Home.A ? type + 5 : 2 * type; }", "Promise that there is no deficit, instead of balance",
        "enum Home { A, B }\n[Mechanism, Outcomes<Home>, Efficient]\n[Agents(2), Prior<UniformIntegers>(1, 9)]\n[Guarantees(DominantStrategyIncentiveCompatible, NoDeficit)]\npartial class Choice { [Value] static int Value(Home home, int type) => home == Home.A ? type + 5 : 2 * type; }")]
    [InlineData("MECH3017", "enum Home { A, B }\n[Mechanism, Outcomes<Home>, Efficient]\n[Agents(2), Prior<UniformIntegers>(1, 9)]\n[Guarantees(DominantStrategyIncentiveCompatible, ExPostBudgetBalanced)]\npartial class Choice { [Value] static int Value(Home home, int type) => home == Home.A ? type + 5 : 2 * type; }", "Balance in expectation of the others' types ([ExpectedExternality])",
        "enum Home { A, B }\n[Mechanism, Outcomes<Home>, Efficient, ExpectedExternality]\n[Agents(2), Prior<UniformIntegers>(1, 9)]\n[Guarantees(BayesianIncentiveCompatible, ExPostBudgetBalanced)]\npartial class Choice { [Value] static int Value(Home home, int type) => home == Home.A ? type + 5 : 2 * type; }")]
    [InlineData("MECH4001", "[Mechanism, SingleItem, RevenueOptimal]\n[Agent<Uniform>(\"A\", 12, 0), Agent<Uniform>(\"B\", 0, 18)]\npublic partial class Sale;", "Swap the two ends",
        "[Mechanism, SingleItem, RevenueOptimal]\n[Agent<Uniform>(\"A\", 0, 12), Agent<Uniform>(\"B\", 0, 18)]\npublic partial class Sale;")]
    [InlineData("MECH4004", "[Mechanism, SingleItem, RevenueOptimal]\n[Prior<Pareto>(0.5, 1)]\npublic partial class Sale;", "Bound the support at 1000",
        "[Mechanism, SingleItem, RevenueOptimal]\n[Prior<BoundedPareto>(0.5, 1, 1000)]\npublic partial class Sale;")]
    public Task Repairs(string id, string before, string title, string after) => Expect.Repairs(id, before, title, after);

    [Theory]
    [InlineData("MECH0002", "[Mechanism, SingleItem, Efficient] public partial class Vickrey<T>;")]
    [InlineData("MECH0008", "[Mechanism, SingleItem, Efficient, Agents(0)] public partial class Sale;")]
    [InlineData("MECH0016", "[Mechanism, SingleItem, Efficient, Agent(\"North\"), Agent(\"South\"), Reserve(6, Agent = \"Zürich Enge\")] public partial class Sale;")]
    [InlineData("MECH4001", "[Mechanism, SingleItem, RevenueOptimal, Prior<Exponential>(-1)] public partial class Sale;")]
    [InlineData("MECH3012", "[Mechanism, SingleItem, Efficient, SellerValue(3), Reserve(5), Prior<Uniform>(0, 2)] public partial class Sale;")]
    [InlineData("MECH3012", "[Mechanism, SingleItem, PostedPrice(5), Prior<Uniform>(0, 2)] public partial class Sale;")]
    [InlineData("MECH3007", "[Mechanism, SingleItem, Efficient, Agent(\"A\"), Agent(\"B\"), Reserve(5, Agent = \"A\")] public partial class Sale;")]
    public async Task NothingIsOfferedThatDoesNotApply(string id, string code)
    {
        Assert.Contains(await Analysis.Run(new Snippet(code), mustCompile: false), one => one.Id == id);
        Assert.Empty(await Repair.Offered(new Snippet(code), id));
    }

    [Fact]
    public async Task RevenueIsNotOfferedWithoutPriors() =>
        Assert.Equal("Add [Efficient]", Assert.Single(await Repair.Offered(new Snippet("[Mechanism, SingleItem] public partial class Sale;"), "MECH0004")));

    [Theory]
    [InlineData("MECH0001", "Add 'partial'", "[Mechanism, SingleItem, Efficient]\npublic {0}class {1};\n", "", "partial ")]
    [InlineData("MECH0003", "Add [SingleItem]", "[Mechanism, Efficient{0}]\npublic partial class {1};\n", "", ", SingleItem")]
    [InlineData("MECH0014", "Write 7.0/2", "[Mechanism, SingleItem, Efficient, SellerValue({0}/2)]\npublic partial class {1};\n", "7", "7.0")]
    [InlineData("MECH0002", "Remove 'abstract'", "[Mechanism, SingleItem, Efficient]\npublic {0}partial class {1};\n", "abstract ", "")]
    [InlineData("MECH0004", "Add [Efficient]", "[Mechanism, SingleItem{0}]\npublic partial class {1};\n", "", ", Efficient")]
    [InlineData("MECH0005", "Remove [RevenueOptimal]", "[Mechanism, SingleItem, Efficient{0}]\n[Prior<Uniform>(0, 1)]\npublic partial class {1};\n", ", RevenueOptimal", "")]
    [InlineData("MECH0008", "Swap the two numbers", "[Mechanism, SingleItem, Efficient]\n[Agents({0})]\npublic partial class {1};\n", "5, 2", "2, 5")]
    [InlineData("MECH0010", "Remove [Suppliers]", "[Mechanism, SingleItem, Efficient]\n{0}public partial class {1};\n", "[Suppliers]\n", "")]
    [InlineData("MECH0011", "Add [BuyerValue(1)]", "[Mechanism, SingleItem, Procurement, RevenueOptimal{0}]\n[Suppliers<Uniform>(0, 1)]\npublic partial class {1};\n", "", ", BuyerValue(1)")]
    [InlineData("MECH0012", "Add [Mechanism]", "[{0}SingleItem, Efficient]\npublic partial class {1};\n", "", "Mechanism, ")]
    [InlineData("MECH0016", "Use \"North\"", "[Mechanism, SingleItem, Efficient]\n[Agent(\"North\"), Agent(\"South\"), Reserve(6, Agent = \"{0}\")]\npublic partial class {1};\n", "Nort", "North")]
    [InlineData("MECH0017", "Use decimal money with two decimals", "[Mechanism, SingleItem, Efficient, {0}]\npublic partial class {1};\n", "Money<float>", "Money<decimal>(Decimals = 2)")]
    [InlineData("MECH2001", "Pay the threshold ([Efficient]) instead of the own bid", "[Mechanism, SingleItem, {0}]\n[Guarantees(DominantStrategyIncentiveCompatible)]\npublic partial class {1};\n", "PayAsBid", "Efficient")]
    [InlineData("MECH3004", "Use [RevenueOptimal] without reserves", "[Mechanism, SingleItem, {0}]\n[Agent<Uniform>(\"A\", 0, 12), Agent<Uniform>(\"B\", 0, 18)]\npublic partial class {1};\n", "Efficient, Reserve(6, Agent = \"A\"), Reserve(9, Agent = \"B\")", "RevenueOptimal")]
    [InlineData("MECH3005", "Share ties with equal probability", "[Mechanism{0}, SingleItem, RevenueOptimal]\n[Agents(2), HistogramPrior([0, 3, 8], [.75, .25])]\npublic partial class {1};\n", "", "(Ties = TieRule.Shared)")]
    [InlineData("MECH3006", "Use [Reserve(0.5)] instead of the fee", "[Mechanism, SingleItem, Efficient, {0}]\n[Agents(2), Prior<Uniform>(0, 1)]\npublic partial class {1};\n", "EntryFee(0.25)", "Reserve(0.5)")]
    [InlineData("MECH3007", "Declare the reserve as the seller's own value", "[Mechanism, SingleItem, Efficient, {0}(5)]\npublic partial class {1};\n", "Reserve", "SellerValue")]
    [InlineData("MECH3008", "Pay the threshold ([Efficient]) instead of the own bid", "[Mechanism, SingleItem, {0}]\n[Agents(2), Prior<Uniform>(0, 1)]\npublic partial class {1};\n", "PayAsBid", "Efficient")]
    [InlineData("MECH3012", "Remove [Reserve]", "[Mechanism, SingleItem, Efficient{0}]\n[Prior<Uniform>(0, 1)]\npublic partial class {1};\n", ", Reserve(2)", "")]
    [InlineData("MECH4001", "Swap the two ends", "[Mechanism, SingleItem, RevenueOptimal]\n[Prior<Uniform>({0})]\npublic partial class {1};\n", "12, 0", "0, 12")]
    [InlineData("MECH4004", "Bound the support at 1000", "[Mechanism, SingleItem, RevenueOptimal]\n[Prior<{0}]\npublic partial class {1};\n", "Pareto>(0.5, 1)", "BoundedPareto>(0.5, 1, 1000)")]
    public async Task FixAllConverges(string id, string title, string template, string before, string after)
    {
        string Source(string part) => string.Concat(new[] { "One", "Two", "Three" }.Select(name => template.Replace("{0}", part, StringComparison.Ordinal).Replace("{1}", name, StringComparison.Ordinal)));
        Assert.Equal(Source(after), await Repair.ApplyToAll(new Snippet(Source(before)), id, title));
    }
}
