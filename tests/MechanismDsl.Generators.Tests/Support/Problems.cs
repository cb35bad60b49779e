using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Problems;
using Environment = MechanismDsl.Theory.Problems.Environment;
using Goal = MechanismDsl.Theory.Problems.Objective;
using Guarantee = MechanismDsl.Theory.Problems.Guarantee;

namespace MechanismDsl.Generators.Tests.Support;

/// <summary>Problems and declarations made by hand, for tests of planning and writing that need no parser.</summary>
internal static class Problems
{
    public static Problem SingleItem(Population population, Goal objective, PaymentRule? payments = null, double cost = 0) => new()
    {
        Environment = new Environment(
            EnvironmentName.SingleItem, Kernel.SingleParameter, new ServeAtMost(1), Absence.Unserved, new Ownership.Platform(), new SocialCost.PerServed(cost)),
        Population = population,
        Information = Information.IndependentPriors,
        Participation = Participation.ExPost,
        Objective = objective,
        Payments = payments ?? new PaymentRule.Threshold(),
        Ties = TieBreaking.LowestIndex,
        Money = new Money(MoneyKind.Double),
        Claims = [],
    };

    public static Declaration Declare(string name) => new(
        new TypeIdentity("Shop", [], name, "class", "public", IsPartial: true, IsStatic: false, IsAbstract: false, IsGeneric: false, HasSummary: false, HasRemarks: false),
        [],
        []);
}
