namespace MechanismDsl.Language.Tests.Rules;

/// <summary>
/// Rules against the code that the C# compiler makes of the same source, to the last bit. Provers and falsifier share the lowering, so a mistake
/// in it can be seen nowhere else.
/// </summary>
public sealed class DifferentialTests
{
    private static readonly string[] Impure = ["X01_Stateful", "X02_Random", "X03_Clock"];
    private const int Evaluations = 4_200;

    private static readonly Lazy<Compiled> Corpus = new(() => Compiled.Of(Compiled.Corpus("Attributes.cs"), Compiled.Corpus("Cases.cs"), Compiled.Corpus("Torture.cs"), Compiled.Corpus("Labelled.cs"), Compiled.Corpus("Nasty.cs"), Compiled.Corpus("Idioms.cs"), Compiled.Corpus("Missing.cs"), Compiled.Corpus("Lists.cs"), Compiled.Corpus("Sequences.cs"), Compiled.Corpus("Wider.cs")));

    public static TheoryData<string, string> Rules()
    {
        TheoryData<string, string> rules = [];
        foreach (var type in new[] { "Cases", "Torture", "Nasty", "Idioms", "Missing", "Lists", "Sequences", "Wider" }.Concat(Corpus.Value.Types("Labelled")))
        {
            foreach (var method in Corpus.Value.Methods(type).Where(method => !Impure.Contains(method.Name)))
            {
                rules.Add(type, method.Name);
            }
        }

        return rules;
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_rule_computes_what_the_method_computes(string type, string name)
    {
        var method = Corpus.Value.Methods(type).Single(method => method.Name == name);
        Difference.Run(Corpus.Value, method, Evaluations);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(9), InlineData(12)]
    public void Random_methods_compute_what_they_compute(int seed)
    {
        var sources = Compiled.Of(Compiled.Corpus("Attributes.cs"), new RandomMethods((ulong)seed).Class("Random", 60));
        foreach (var method in sources.Methods("Random").Where(method => method.Name.StartsWith('R')))
        {
            Difference.Run(sources, method, 100);
        }
    }

    [Fact]
    public void A_million_evaluations_are_compared() => Assert.InRange(Rules().Count() * Evaluations, 1_000_000, 2_000_000);
}
