using MechanismDsl.Generators.Pipeline;
using MechanismDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.Generators.Tests.Pipeline;

/// <summary>Which types are found, and that what is remembered of them is what would be read anew, whatever was edited.</summary>
public class DiscoveryTests
{
    private const string Body = "[SingleItem, Efficient, Agents(2)] public partial class Sale;";

    [Theory]
    [InlineData("[Mechanism] " + Body)]
    [InlineData("[MechanismAttribute] " + Body)]
    [InlineData("[@MechanismAttribute] " + Body)]
    [InlineData("[MechanismDsl.Mechanism] " + Body)]
    [InlineData("[global::MechanismDsl.MechanismAttribute] " + Body)]
    [InlineData("using M = MechanismDsl.MechanismAttribute; [M] " + Body)]
    [InlineData("using MAttribute = MechanismDsl.MechanismAttribute; [M] " + Body)]
    [InlineData("namespace Shop { using M = MechanismDsl.MechanismAttribute; [M] " + Body + " }")]
    [InlineData("using D = MechanismDsl; [D.Mechanism] " + Body)]
    [InlineData("using D = MechanismDsl; [D::Mechanism] " + Body)]
    [InlineData("[M] " + Body, "global using M = MechanismDsl.MechanismAttribute;")]
    [InlineData("[M] " + Body, "global using MAttribute = MechanismDsl.MechanismAttribute;")]
    [InlineData("[SingleItem, Efficient] public partial class Sale; [Agents(2), Mechanism] public partial class Sale;")]
    [InlineData("[SingleItem, Efficient] public partial class Sale;", "[Agents(2), Mechanism] public partial class Sale;")]
    public void A_mechanism_is_found_however_its_attribute_is_written(params string[] sources)
    {
        var driver = Driver.Create().RunGenerators(Compiled.Compilation(sources));
        Assert.Contains("partial class Sale", Driver.Text(driver), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Mechanism] public partial class Sale; namespace System.Own { public class MechanismAttribute : Attribute; }", true)]
    [InlineData("namespace Shop; public class MechanismAttribute : Attribute; [Mechanism] public partial class Sale;", false)]
    [InlineData("using M = System.ObsoleteAttribute; [M] public partial class Sale;", false)]
    [InlineData("[Obsolete] public partial class Sale;", false)]
    [InlineData("public partial class Sale { [Mechanism] class Inner; }", false)]
    public void Only_the_attribute_of_the_language_makes_a_mechanism(string source, bool isOne)
    {
        var driver = Driver.Create().RunGenerators(Compiled.Compilation(source));
        Assert.Equal(isOne, driver.GetRunResult().Results[0].GeneratedSources.Any(file => file.HintName.EndsWith("Sale.g.cs", StringComparison.Ordinal)));
    }

    private static readonly string[] Project =
    [
        """
        [Mechanism, SingleItem, RevenueOptimal]
        [Agent<Kinked>("North", Limits.Top), Agent<Uniform>("South", 0, 18)]
        public partial class Sale;
        """,
        """
        /// <summary>A sale.</summary>
        [SellerValue(Limits.Floor)]
        public partial class Sale { private static int Other() { return 1; } }
        """,
        """
        public static class Limits
        {
            public const double Top = 12, Floor = 1;
            public static double Weight(double quality) { return 2 * quality; }
        }
        """,
        """
        public sealed record Kinked([Between(1, 20)] double Top) : IPrior
        {
            [Distribution] public double Cdf(double v) { return v / Top; }
            [Density] public double Pdf(double v) => 1 / Top;
        }
        """,
        """
        [Mechanism, SingleItem]
        public partial class Ads
        {
            [Score] static double Score([Between(0, 9)] double bid, [Between(0, 1), Verified] double quality) => bid * Limits.Weight(quality);
        }
        """,
        "public static class Elsewhere { static int _count; public static int Next(int x) { return x + 1; } }",
    ];

    /// <summary>The file, the text that is replaced, the text that replaces it, and which of the two mechanisms have to be read again.</summary>
    public static TheoryData<int, string, string, bool, bool> Edits => new()
    {
        { 5, "x + 1", "x + 2", false, false },
        { 5, "return x + 1;", "int Local(int y) { return y; } return Local(x);", false, false },
        { 5, "_count;", "_count = 7;", false, false },
        { 5, "static int _count;", "", true, true },
        { 5, "public static class Elsewhere", "public class AgentAttribute<T> : Attribute { } public static class Elsewhere", true, true },
        { 1, "A sale", "The sale", true, false },
        { 1, "/// <summary>A sale.</summary>", "", true, false },
        { 1, "return 1", "return 2", true, false },
        { 1, "Limits.Floor", "2", true, true },
        { 2, "Top = 12", "Top = 13", true, true },
        { 2, "Floor = 1", "Floor = 2", true, true },
        { 2, "2 * quality", "3 * quality", false, true },
        { 3, "v / Top", "v / Top * (v / Top)", true, false },
        { 3, "1 / Top", "2 / Top", true, false },
        { 4, "bid * Limits", "2 * bid * Limits", false, true },
        { 0, "18", "16", true, true },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_gives_what_a_first_run_would_and_one_elsewhere_binds_nothing(int file, string from, string to, bool sale, bool ads)
    {
        var before = Compiled.Compilation(Project);
        var driver = Driver.Create().RunGenerators(before);
        Assert.Contains("Ads", Driver.Text(driver), StringComparison.Ordinal);
        Assert.True(IsRemembered(before, 0) && IsRemembered(before, 4));

        var edited = Project.ToArray();
        edited[file] = Project[file].Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(Project[file], edited[file]);
        var tree = before.SyntaxTrees[file + 1];
        var after = before.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(edited[file], Compiled.ParseOptions, tree.FilePath)).Clone();

        Assert.Equal((!sale, !ads), (IsRemembered(after, 0), IsRemembered(after, 4)));
        Assert.Equal(Driver.Text(Driver.Create().RunGenerators(Compiled.Compilation(edited))), Driver.Text(driver.RunGenerators(after)));
    }

    [Fact]
    public void Statements_at_the_top_level_declare_nothing_to_other_files()
    {
        var before = Compiled.Compilation([Project[4], Project[2], "var count = 3; Console.WriteLine(count);"]).WithOptions(Executable);
        Driver.Create().RunGenerators(before);
        var program = before.SyntaxTrees[3];
        var after = before.ReplaceSyntaxTree(program, CSharpSyntaxTree.ParseText("var total = 4; await Console.Out.WriteLineAsync($\"{total}\");", Compiled.ParseOptions, program.FilePath));
        Assert.True(IsRemembered(after, 0));
    }

    [Fact]
    public void Attributes_of_the_assembly_are_asked_again_when_they_change()
    {
        var before = Compiled.Compilation([Project[4], Project[2], "// none"]);
        var driver = Driver.Create().RunGenerators(before);
        Assert.Contains(": ", Driver.Text(driver), StringComparison.Ordinal);
        var last = before.SyntaxTrees[3];
        const string Silencing = "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"MechanismDesign\", \"MECH1001\")]";
        driver = driver.RunGenerators(before.ReplaceSyntaxTree(last, CSharpSyntaxTree.ParseText(Silencing, Compiled.ParseOptions, last.FilePath)));
        Assert.Equal(Driver.Text(Driver.Create().RunGenerators(Compiled.Compilation([Project[4], Project[2], Silencing]))), Driver.Text(driver));
        Assert.Contains("MECH1001", Driver.Text(driver), StringComparison.Ordinal);
    }

    private static CSharpCompilationOptions Executable { get; } = new(OutputKind.ConsoleApplication);

    /// <summary>Whether the first type of a file of the project is remembered; one that was edited is not.</summary>
    private static bool IsRemembered(CSharpCompilation compilation, int file) =>
        Discovery.IsRemembered(compilation.SyntaxTrees[file + 1].GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().First(), compilation);
}
