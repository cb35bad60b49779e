using MechanismDsl.Auditing;

// Every profile of the declared types, in rationals.
var exact = Audit.Exact<SealedBid>();
Console.WriteLine(exact.Scope);
Console.WriteLine(exact[Law.DominantStrategyIncentiveCompatible]);
Console.WriteLine(exact[Law.BayesianIncentiveCompatible]);
Console.WriteLine(exact[Law.ExPostIndividuallyRational]);
Console.WriteLine();

// Types of a continuum: a hunt for counterexamples. That it finds none would prove nothing.
Console.WriteLine(Audit.Search<Optimal>(new() { Profiles = 200 })[Law.AllocativelyEfficient]);
Console.WriteLine();

// What to expect, and beside it what the compiler integrated.
Console.WriteLine(Audit.Simulate<Optimal>(draws: 100_000));
Console.WriteLine();

// A line of a unit test.
try
{
    MechanismAssert.IndividuallyRational<Club>(new() { Agents = 2, Types = [[1, 2, 3]] });
}
catch (MechanismAssertionException broken)
{
    Console.WriteLine(broken.Message);
}

[Mechanism, SingleItem, PayAsBid, Agents(2), Prior<UniformIntegers>(1, 3), Money<long>]
public partial class SealedBid;

[Mechanism, SingleItem, RevenueOptimal]
[Agent<Uniform>("North", 0, 12), Agent<Uniform>("South", 0, 18)]
public partial class Optimal;

[Mechanism, SingleItem, Efficient, EntryFee(.5)]
public partial class Club;
