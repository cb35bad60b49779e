namespace MechanismDsl.Generators.Tests.Golden;

/// <summary>Decisions for all and optimal mechanisms that are in no other list, through the generated code. Payments were tabulated in fractions from the definitions (Clarke; expected externality; d'AGVA; Proposition 7.1; the largest individually rational Groves constant), optima found by an exact simplex of 60 lines in Python, apart from this library.</summary>
public class DecisionNumbers
{
    private static readonly GoldenRow[] Rows =
    [
        new(
            "Outcomes<Abc>, Efficient, Agents(3), Prior<UniformIntegers>(1, 4)",
            ("$.ExpectedWelfare", [8.375]),
            ("$.ExpectedRevenue", [0.375]),
            ("$.Run([1, 2, 4])", [1, 1, 0, 0]),
            ("$.Run([4, 4, 1])", [0, 0, 0, 1]),
            ("$.Run([3, 3, 2])", [0, 0, 0, 0]),
            ("$.Run([4, 4, 4])", [2, 0, 0, 0]))
        {
            Body = "[Value] static double Value(Abc o, int t) => o switch { Abc.A => t, Abc.B => 2.5, _ => (2 * t) - 3 }; [Cost] static double Cost(Abc o) => o == Abc.C ? 1 : 0;",
        },
        new(
            "Outcomes<Abc>, Efficient, ExpectedExternality, Agents(3), Prior<UniformIntegers>(1, 4)",
            ("$.Run([1, 2, 4])", [1, 0.3125, -0.0625, -0.25]),
            ("$.Run([4, 4, 1])", [0, 0, -0.25, 0.25]),
            ("$.Run([3, 1, 2])", [1, -0.4375, 0.3125, 0.125]))
        {
            Body = "[Value] static double Value(Abc o, int t) => o switch { Abc.A => t, Abc.B => 2.5, _ => (2 * t) - 3 };",
        },
        new(
            "Outcomes<Abc>, Efficient, DAgva, Agents(3), Prior<UniformIntegers>(1, 4)",
            ("$.Run([1, 2, 4])", [1, 0.28125, -0.1875, -0.09375]),
            ("$.Run([4, 4, 1])", [0, -0.125, -0.125, 0.25]),
            ("$.Run([3, 1, 2])", [1, -0.28125, 0.375, -0.09375]))
        {
            Body = "[Value] static double Value(Abc o, int t) => o switch { Abc.A => t, Abc.B => 2.5, _ => (2 * t) - 3 };",
        },
        new(
            "Outcomes<Abc>, Efficient, Rebalanced, Agents(3), Prior<UniformIntegers>(1, 4)",
            ("$.Run([1, 2, 4])", [1, 0.3125, -0.0625, -0.25]),
            ("$.Run([4, 4, 1])", [0, 0, -0.25, 0.25]),
            ("$.Run([3, 1, 2])", [1, -0.4375, 0.3125, 0.125]))
        {
            Body = "[Value] static double Value(Abc o, int t) => o switch { Abc.A => t, Abc.B => 2.5, _ => (2 * t) - 3 };",
        },
        new(
            "Outcomes<Abc>, Efficient, IndividuallyRationalVcg, Agent<UniformIntegers>(\"X\", 1, 4, OutsideOption = 2), Agent<UniformIntegers>(\"Y\", 1, 4), Agent<UniformIntegers>(\"Z\", 1, 4)",
            ("$.ExpectedRevenue", [3.90625]),
            ("$.Run([1, 2, 4])", [1, 0.5, 2.5, 2.5]),
            ("$.Run([4, 4, 1])", [0, 0.5, 2.5, 1]),
            ("$.Run([3, 1, 2])", [1, 0.5, 2.5, 2.5]))
        {
            Body = "[Value] static double Value(Abc o, int t) => o switch { Abc.A => t, Abc.B => 2.5, _ => (2 * t) - 3 };",
        },
        new(
            "Outcomes<Abc>(Low = 0, High = 100), Efficient, Money<decimal>",
            ("$.Run([new(5, 4, 1), new(2, 3, 6)])", [1, 1, 0]))
        {
            Body = "[Boost] static decimal Boost(Abc o) => o == Abc.B ? 2 : 0;",
        },
        new(
            "Outcomes<Ab>, Efficient, Agent(\"X\", Weight = 2), Agent(\"Y\"), TypeRange(0, 9)",
            ("$.Run([4, 2])", [0, 0.5, 0]),
            ("$.Run([4, 1])", [0, 1, 0]),
            ("$.Run([2, 4])", [1, 0.5, 0]))
        {
            Body = "[Value] static double Value(Ab o, int t) => o == Ab.A ? t : 3;",
        },
        new(
            "Outcomes<Ab>, Optimal(Objective.Revenue), Agents(2), DiscretePrior([1, 2, 5], [1, 1, 1])",
            ("$.ExpectedRevenue", [35.0 / 9]))
        {
            Body = "[Value] static double Value(Ab o, int t) => o == Ab.A ? t : 3; [OutsideOption] static double Stay(int t) => t / 2.0;",
        },
        new(
            "Outcomes<Ab>, Optimal(Objective.Revenue), Agents(2), DiscretePrior([1, 2, 5], [1, 1, 1]), Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)",
            ("$.ExpectedRevenue", [58.0 / 9]))
        {
            Body = "[Value] static double Value(Ab o, int t) => o == Ab.A ? t : 3;",
        },
        new(
            "SingleItem, Optimal(Objective.Revenue), Agents(2), DiscretePrior([1, 3, 4], [5, 1, 4])",
            ("$.ExpectedRevenue", [64.0 / 25])),
        new(
            "SingleItem, Optimal(Objective.Revenue), Agents(2), DiscretePrior([1, 3, 4], [5, 1, 4]), Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)",
            ("$.ExpectedRevenue", [64.0 / 25])),
        new(
            "SingleItem, Optimal(Objective.Revenue), Agent(\"A\"), Agent(\"B\"), DiscretePrior([1, 3], [1, 1], Agent = \"A\"), DiscretePrior([2, 5], [2, 1], Agent = \"B\")",
            ("$.ExpectedRevenue", [17.0 / 6])),
        new(
            "SingleItem, Optimal(Objective.Revenue), Types(1, 3), JointPrior(3, 1, 1, 3), Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)",
            ("$.ExpectedRevenue", [2])),
        new(
            "SingleItem, Optimal(Objective.Revenue), Types(1, 3), JointPrior(3, 1, 1, 3)",
            ("$.ExpectedRevenue", [2.25])),
        new(
            "BilateralTrade, Optimal(Objective.Welfare), Seller(\"S\"), Buyer(\"B\"), DiscretePrior([0, 1, 2], [1, 1, 1], Agent = \"S\"), DiscretePrior([1, 2], [1, 1], Agent = \"B\"), Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExAnteBudgetBalanced)",
            ("$.ExpectedWelfare", [2.0 / 3])),
        new(
            "BilateralTrade, Optimal(Objective.Revenue), Seller(\"S\"), Buyer(\"B\"), DiscretePrior([0, 1, 2], [1, 1, 1], Agent = \"S\"), DiscretePrior([1, 2], [1, 1], Agent = \"B\")",
            ("$.ExpectedRevenue", [1.0 / 3])),
        new(
            "BilateralTrade, Optimal(Objective.Welfare), Seller(\"S\"), Buyer(\"B\"), DiscretePrior([1, 2], [2, 1], Agent = \"S\"), DiscretePrior([1, 2, 4], [1, 1, 2], Agent = \"B\"), Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced)",
            ("$.ExpectedWelfare", [1.5])),
        new(
            "PublicProject(2), Optimal(Objective.Welfare), Agents(2), DiscretePrior([0, 3], [1, 1]), Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExAnteBudgetBalanced)",
            ("$.ExpectedWelfare", [1.5])),
        new(
            "PublicProject(2), Optimal(Objective.Revenue), Agents(2), DiscretePrior([0, 3], [1, 1])",
            ("$.ExpectedRevenue", [1])),
        new(
            "PublicProject(5), Optimal(Objective.Welfare), Agents(2), DiscretePrior([1, 2, 4], [2, 1, 1]), Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, NoDeficit)",
            ("$.ExpectedWelfare", [5.0 / 16])),
        new(
            "Goods(2), Optimal(Objective.Revenue), Agents(1), DiscretePrior([1, 3], [2, 1], Good = 0), DiscretePrior([2, 3], [1, 1], Good = 1)",
            ("$.ExpectedRevenue", [3])),
        new(
            "Goods(2), Optimal(Objective.Revenue), Agents(1), DiscretePrior([1, 2, 5], [1, 1, 1])",
            ("$.ExpectedRevenue", [31.0 / 9])),
        new(
            "Goods(2), Optimal(Objective.Revenue), Agents(1), DiscretePrior([0, 1, 4], [1, 2, 1])",
            ("$.ExpectedRevenue", [33.0 / 16])),
        new(
            "Goods(1), Optimal(Objective.Own, PaymentWeight = -1), Agents(2), DiscretePrior([1, 3], [1, 1]), Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, NoSubsidy)",
            ("$.ExpectedObjective", [2]))
        {
            Body = "[Goal] static double Keep(ReadOnlySpan<int> owners, ReadOnlySpan<double> values) => owners[0] < 0 ? 0 : values[owners[0]];",
        },
        new(
            "Goods(1), Optimal(Objective.Own, PaymentWeight = .5), Agents(2), DiscretePrior([1, 3], [2, 1]), Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)",
            ("$.ExpectedObjective", [79.0 / 18]))
        {
            Body = "[Goal] static double Keep(ReadOnlySpan<int> owners, ReadOnlySpan<double> values) => owners[0] < 0 ? 0 : owners[0] == 0 ? 2 * values[0] : values[1];",
        },
    ];

    [Fact]
    public void AreThose() => GoldenRow.Check(Rows);
}
