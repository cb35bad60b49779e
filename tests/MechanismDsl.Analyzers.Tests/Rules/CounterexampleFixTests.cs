using MechanismDsl.Analyzers.Tests.Harness;
using MechanismDsl.CodeFixes.OwnRules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>A counterexample becomes a test in a file of its own, where xunit is referenced.</summary>
public class CounterexampleFixTests
{
    private const string Falling =
        "namespace Shop;\n\n[Mechanism, SingleItem]\npublic partial class Sale\n{\n    [Score] static double Score([Between(0, 100)] double bid) => bid > 50 ? 25 : bid;\n}\n";

    [Fact]
    public async Task TheTestFailsAsLongAsTheCounterexampleStands()
    {
        var (text, project) = await Fixed(Falling, withXunit: true);
        Assert.StartsWith(
            "namespace Shop;\n\npartial class Sale\n{\n    /// <summary>The counterexample of MECH1001.</summary>\n    public sealed class Counterexample\n    {\n        [Xunit.Fact]\n        public void Is_settled()\n        {\n            Xunit.Assert.True(Score(",
            text,
            StringComparison.Ordinal);
        Assert.EndsWith(");\n        }\n    }\n}\n", text, StringComparison.Ordinal);
        Assert.Matches(@"^Score\([\d.]+d?\) <= Score\([\d.]+d?\)$", Between(text!, "Xunit.Assert.True(", ");"));
        Analysis.AssertCompiles(Snippet.WithGenerated((await project.GetCompilationAsync())!, []));
    }

    [Fact]
    public async Task NothingIsOfferedWithoutXunit() => Assert.Null((await Fixed(Falling, withXunit: false)).Text);

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static async Task<(string? Text, Project Project)> Fixed(string code, bool withXunit)
    {
        using var workspace = new AdhocWorkspace();
        var references = withXunit
            ? Snippet.References.AddRange(new[] { typeof(FactAttribute), typeof(Assert) }.Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)))
            : Snippet.References;
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Consumer", "Consumer", LanguageNames.CSharp,
            parseOptions: Snippet.Parsing, compilationOptions: Snippet.Options, metadataReferences: references));
        workspace.AddDocument(project.Id, "Usings.cs", SourceText.From(Snippet.UsingsText));
        var document = workspace.AddDocument(project.Id, "Sale.cs", SourceText.From(code));
        var compilation = Snippet.WithGenerated((await document.Project.GetCompilationAsync())!, []);
        var diagnostic = Assert.Single(await Analysis.Run(compilation, [], Analysis.Analyzers), one => one.Id == "MECH1001");
        List<CodeAction> actions = [];
        await new CounterexampleAsTest().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));
        if (actions.Count == 0)
        {
            return (null, document.Project);
        }

        var change = Assert.Single((await actions[0].GetOperationsAsync(default)).OfType<ApplyChangesOperation>());
        var changed = change.ChangedSolution.GetProject(project.Id)!;
        var added = changed.Documents.Single(one => one.Name == "Sale.Counterexample.cs");
        return ((await added.GetTextAsync()).ToString(), changed);
    }
}
