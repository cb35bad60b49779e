using MechanismDsl.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>MECH2003: each test tries to get a guarantee past the gate without a theorem or a proof.</summary>
public class CounterfeitRuleTests
{
    private const string Platform = """
        public static class Platform
        {
            public static void Publish<M>() where M : IDominantStrategyIncentiveCompatible { }
            public static void Accept<M>(M mechanism) where M : IExPostIndividuallyRational { }
            public static void AcceptAll<M>(M[] mechanisms) where M : INoDeficit { }
            public static void Through<T, M>() where M : IGuarantee where T : M { }
            public static void Take(IDominantStrategyIncentiveCompatible mechanism) { }
            public static void TakeAll(System.Collections.Generic.IEnumerable<INoDeficit> mechanisms) { }
        }

        public class Box<M> where M : IDominantStrategyIncentiveCompatible { public static void Open() { } }

        public class Shelf<M> where M : IDominantStrategyIncentiveCompatible, INoDeficit { }
        """;

    private const string Forger = """
        public class Forged : IDominantStrategyIncentiveCompatible, IExPostIndividuallyRational, INoDeficit { }
        public struct ForgedValue : IDominantStrategyIncentiveCompatible { }
        public interface IOwn : IDominantStrategyIncentiveCompatible { }
        [Mechanism] public partial class Unsolved : IDominantStrategyIncentiveCompatible { }
        [MechanismDsl.GeneratedMechanism("0.1.0", "0123456789abcdef")] public class Unmarked : IDominantStrategyIncentiveCompatible { }
        [Mechanism, SingleItem, Efficient] public partial class Genuine;
        """;

    private static readonly MetadataReference Elsewhere = Library.Build(Forger);

    private const string Mechanism = "[Mechanism, SingleItem, Efficient] public partial class Vickrey";

    public static TheoryData<string, string> ByHand => new()
    {
        { "class Fake : [|IDominantStrategyIncentiveCompatible|];", "'Fake' implements IDominantStrategyIncentiveCompatible by hand; only the compiler writes guarantees, into the generated part of a [Mechanism]" },
        { "struct Fake : System.IComparable<int>, [|MechanismDsl.INoDeficit|] { public int CompareTo(int other) => 0; }", "'Fake' implements INoDeficit by hand; only the compiler writes guarantees, into the generated part of a [Mechanism]" },
        { "record Fake(int X) : [|IGuarantee|];", "'Fake' implements IGuarantee by hand; only the compiler writes guarantees, into the generated part of a [Mechanism]" },
        { "file record struct Fake : [|IExPostBudgetBalanced|];", "'Fake' implements IExPostBudgetBalanced by hand; only the compiler writes guarantees, into the generated part of a [Mechanism]" },
        { "class Fake : [|IAssumed<INoSubsidy>|];", "'Fake' implements IAssumed<INoSubsidy> by hand; only the compiler writes guarantees, into the generated part of a [Mechanism]" },
        { "interface IMine : [|IDominantStrategyIncentiveCompatible|];", "'IMine' derives from IDominantStrategyIncentiveCompatible: a type with such an interface would have the guarantee without a theorem or a proof" },
        { "interface IMine<T> : [|IAssumed<T>|] where T : IGuarantee;", "'IMine' derives from IAssumed<T>: a type with such an interface would have the guarantee without a theorem or a proof" },
        { "class Outer { class Fake : [|INoSubsidy|]; }", "'Fake' implements INoSubsidy by hand; only the compiler writes guarantees, into the generated part of a [Mechanism]" },
        { Mechanism + " : [|IExPostBudgetBalanced|];", "'Vickrey' implements IExPostBudgetBalanced by hand; only the compiler writes guarantees, into the generated part of a [Mechanism]" },
    };

    [Theory]
    [MemberData(nameof(ByHand))]
    public async Task MECH2003_GuaranteesAreNotWrittenByHand(string marked, string message)
    {
        var found = await Expect.FirstAt("MECH2003", new Snippet(marked));
        Assert.Equal(message, found.InvariantMessage());
    }

    [Theory]
    [InlineData("class Fake : [|Forged|];", "'Fake' inherits guarantees from Forged, but nothing says that they hold for it")]
    [InlineData("class Fake : [|IOwn|];", "'Fake' implements IOwn by hand; only the compiler writes guarantees, into the generated part of a [Mechanism]")]
    public async Task MECH2003_GuaranteesAreNotInherited(string marked, string message)
    {
        var found = await Expect.At("MECH2003", new Snippet(marked) { Libraries = [Elsewhere] });
        Assert.Equal(message, found.InvariantMessage());
    }

    [Fact]
    public async Task MECH2003_AnAliasHidesNothing() =>
        await Expect.At("MECH2003", new Snippet("using Truthful = MechanismDsl.IDominantStrategyIncentiveCompatible; class Fake : [|Truthful|];"));

    [Fact]
    public async Task MECH2003_APartialTypeIsSearchedInEveryPart()
    {
        var found = await Analysis.Run("partial class Fake; partial class Fake { } partial class Fake : INoDeficit;");
        Assert.Single(found, one => one.Id == "MECH2003");
    }

    // Generic code calls mechanisms through their interface: whoever implements that by hand decides what runs under the guarantee.
    [Theory]
    [InlineData(Mechanism + " { static Sale<double> [|IMechanism<double, Sale<double>>|].Run(ReadOnlySpan<double> reports) => new(0, 1000); }")]
    [InlineData(Mechanism + " : [|IMechanism<int, int>|] { static int IMechanism<int, int>.Run(ReadOnlySpan<int> reports) => 0; static void IMechanism<int, int>.RunBatch(ReadOnlySpan<int> reports, int agents, Span<int> outcomes) { } }")]
    [InlineData("interface ICheat : IMechanism<int, int> { static MechanismInfo IMechanism.Info => null!; static int IMechanism<int, int>.Run(ReadOnlySpan<int> reports) => 0; static void IMechanism<int, int>.RunBatch(ReadOnlySpan<int> reports, int agents, Span<int> outcomes) { } }" + Mechanism + " : [|ICheat|];")]
    public async Task MECH2003_NothingStandsInForTheGeneratedPart(string marked)
    {
        var found = await Expect.FirstAt("MECH2003", new Snippet(marked));
        Assert.Contains("so generic code would run something else than the mechanism that has the guarantees", found.InvariantMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATypeWithoutGuaranteesMayBeAMechanismByHand() =>
        Assert.Empty(await Analysis.Run("""
            class ByHand : IMechanism<int, int>
            {
                static MechanismInfo IMechanism.Info => throw new NotImplementedException();
                static int IMechanism<int, int>.Run(ReadOnlySpan<int> reports) => 0;
                static void IMechanism<int, int>.RunBatch(ReadOnlySpan<int> reports, int agents, Span<int> outcomes) { }
            }
            """));

    [Fact]
    public async Task MECH2003_AStampOfOnesOwnIsRefused()
    {
        var found = await Analysis.Run(new Snippet("[GeneratedMechanism(\"0.1.0\", \"0123456789abcdef\")] class Fake : IDominantStrategyIncentiveCompatible;"), mustCompile: false);
        Assert.Equal(2, found.Count(one => one.Id == "MECH2003"));
        Assert.Contains(found, one => one.InvariantMessage() == "'Fake' carries the stamp of generated code, but the generator did not write this part as it stands");
    }

    // The declaration is an error that a pragma can silence, so the generator writes nothing, and the forger fills the gap.
    [Fact]
    public async Task MECH2003_AForgedPartBesideASilencedErrorIsRefused()
    {
        var found = await Analysis.Run(new Snippet("""
            #pragma warning disable MECH0015
            [Mechanism, SingleItem, Efficient] partial class Fake { public static int Run() => 0; }
            [MechanismDsl.GeneratedMechanism("0.1.0", "0123456789abcdef")] sealed partial class Fake : IDominantStrategyIncentiveCompatible;
            """));
        Assert.Contains(found, one => one.InvariantMessage() == "'Fake' has the guarantee DominantStrategyIncentiveCompatible, which its declaration does not give");
        Assert.Contains(found, one => one.InvariantMessage() == "'Fake' carries the stamp of generated code, but the generator did not write this part as it stands");
        Assert.Contains(found, one => one.InvariantMessage() == "'Fake' has the guarantee BayesianIncentiveCompatible, which its declaration does not give");
    }

    [Fact]
    public async Task MECH2003_AGeneratedFileThatWasChangedIsRefused()
    {
        var compilation = new Snippet(Mechanism + ";").Compile();
        var generated = compilation.SyntaxTrees.Single(tree => tree.FilePath.EndsWith("Vickrey.g.cs", StringComparison.Ordinal));
        var text = generated.ToString().Replace("SecondPrice.Run(bids, 0)", "SecondPrice.Run(bids, 9)", StringComparison.Ordinal);
        Assert.NotEqual(generated.ToString(), text);
        var changed = compilation.ReplaceSyntaxTree(generated, generated.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(text)));
        var found = await Analysis.Run(changed, [], Analysis.Analyzers);
        Assert.Contains(found, one => one.Id == "MECH2003" && one.InvariantMessage().Contains("carries the stamp", StringComparison.Ordinal));
        Assert.DoesNotContain(await Analysis.Run(compilation, [], Analysis.Analyzers), one => one.Id == "MECH2003");
    }

    [Theory]
    [InlineData("Platform.Publish<[|Forged|]>();")]
    [InlineData("Platform.Publish<[|ForgedValue|]>();")]
    [InlineData("Platform.Publish<[|Unsolved|]>();")]
    [InlineData("Platform.Publish<[|Unmarked|]>();")]
    [InlineData("[|Platform.Accept(new Forged())|];")]
    [InlineData("[|Platform.AcceptAll(new Forged[0])|];")]
    [InlineData("Platform.Through<[|Forged|], IGuarantee>();")]
    [InlineData("Action publish = Platform.Publish<[|Forged|]>;")]
    [InlineData("Action<Forged> accept = [|Platform.Accept|];")]
    [InlineData("Box<[|Forged|]> box = null!;")]
    [InlineData("var boxes = new System.Collections.Generic.List<Box<[|Forged|]>[]>();")]
    [InlineData("Box<[|Forged|]>.Open();")]
    [InlineData("Type type = typeof(Box<[|Forged|]>);")]
    [InlineData("object box = default(Box<[|Forged|]>)!;")]
    [InlineData("Platform.Take([|new Forged()|]);")]
    [InlineData("IDominantStrategyIncentiveCompatible one = [|new Forged()|];")]
    [InlineData("IDominantStrategyIncentiveCompatible[] all = [|new Forged[1]|];")]
    [InlineData("Platform.TakeAll([|new System.Collections.Generic.List<Forged>()|]);")]
    public async Task MECH2003_ForeignTypesWithoutTheStampAreNotAccepted(string statement)
    {
        var snippet = new Snippet($"{Platform}\nclass Caller {{ void Call() {{ {statement} }} }}") { Libraries = [Elsewhere] };
        var found = await Expect.At("MECH2003", snippet);
        Assert.Contains(" of the assembly Elsewhere is required to have a guarantee here, but was not written by the compiler", found.InvariantMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class Derived : Box<[|Forged|]>;")]
    [InlineData("class Generic<T> where T : Box<[|Forged|]>;")]
    [InlineData("class Holder { Box<[|Forged|]>? _box; public override string ToString() => $\"{_box}\"; }")]
    [InlineData("delegate Box<[|Forged|]> Maker();")]
    [InlineData("class NeedsAttribute<M> : Attribute where M : INoDeficit; [NeedsAttribute<[|Forged|]>] class Marked;")]
    public Task MECH2003_ForeignTypesAreNotAcceptedInDeclarations(string declaration) =>
        Expect.At("MECH2003", new Snippet($"{Platform}\n{declaration}") { Libraries = [Elsewhere] });

    [Fact]
    public Task MECH2003_ForeignTypesAreNotAcceptedInAliases() =>
        Expect.At("MECH2003", new Snippet($"using Alias = Box<[|Forged|]>;\n{Platform}") { Libraries = [Elsewhere] });

    [Fact]
    public async Task MECH2003_AnInterfaceIsNoMechanism()
    {
        var found = await Expect.At("MECH2003", new Snippet($"{Platform}\nclass Caller {{ void Call() => Platform.Publish<[|IDominantStrategyIncentiveCompatible|]>(); }}"));
        Assert.Equal("'IDominantStrategyIncentiveCompatible' is an interface and no mechanism, so it has none of the guarantees that are required here", found.InvariantMessage());
    }

    [Theory]
    [InlineData("Platform.Publish<Genuine>();")]
    [InlineData("Platform.Publish<Vickrey>();")]
    [InlineData("Type type = typeof(IAssumed<INoSubsidy>);")]
    [InlineData("Box<Vickrey>.Open(); Type type = typeof(Box<>); var list = new System.Collections.Generic.List<Forged>(); object one = new Forged();")]
    public async Task MechanismsThatTheCompilerWroteAreAcceptedAndOthersWhereNothingIsRequired(string statement) =>
        Assert.DoesNotContain(
            await Analysis.Run(new Snippet($"{Platform}\n{Mechanism};\nclass Caller {{ void Call() {{ {statement} }} void Pass<M>() where M : IDominantStrategyIncentiveCompatible => Platform.Publish<M>(); }}") { Libraries = [Elsewhere] }),
            one => one.Id == "MECH2003");

    // Two assemblies that define the trigger must not switch the rules off: asking for "the" type of that name would find none.
    [Fact]
    public async Task MECH2003_ASecondDefinitionOfTheTriggerHidesNothing()
    {
        var second = Library.Build("namespace MechanismDsl { public sealed class MechanismAttribute : System.Attribute; }");
        var found = await Analysis.Run(new Snippet("class Fake : IDominantStrategyIncentiveCompatible;") { Libraries = [second] });
        Assert.Contains(found, one => one.Id == "MECH2003");
    }
}
