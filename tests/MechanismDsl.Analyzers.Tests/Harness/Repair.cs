using System.Collections.Immutable;
using System.Reflection;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace MechanismDsl.Analyzers.Tests.Harness;

/// <summary>Applies code fixes in a workspace, as an editor does.</summary>
internal sealed class Repair : IDisposable
{
    public static readonly ImmutableArray<CodeFixProvider> Providers =
    [
        .. typeof(DeclarationFix).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type) && type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    private readonly AdhocWorkspace _workspace = new();
    private readonly DocumentId _document;
    private readonly ImmutableArray<AdditionalText> _files;

    public Repair(Snippet snippet)
    {
        _files = snippet.Files;
        var project = _workspace.AddProject(
            ProjectInfo.Create(
                ProjectId.CreateNewId(),
                VersionStamp.Default,
                "Consumer",
                "Consumer",
                LanguageNames.CSharp,
                parseOptions: Snippet.Parsing,
                compilationOptions: Snippet.Options,
                metadataReferences: Snippet.References));
        _workspace.AddDocument(project.Id, "Usings.cs", SourceText.From(Snippet.UsingsText));
        _document = _workspace.AddDocument(project.Id, "Declaration.cs", SourceText.From(snippet.Code)).Id;
    }

    /// <summary>The repairs offered for every diagnostic with this id.</summary>
    public static async Task<ImmutableArray<string>> Offered(Snippet snippet, string id)
    {
        using var repair = new Repair(snippet);
        return [.. (await repair.Actions(id)).Select(one => one.Action.Title).Distinct()];
    }

    /// <summary>
    /// Applies the repair with this title to the first diagnostic of this id, again and again until none of that id offers it. The result must
    /// compile; a repair that does not converge fails the test.
    /// </summary>
    public static async Task<string> Apply(Snippet snippet, string id, string title)
    {
        using var repair = new Repair(snippet);
        for (var round = 0; round < 20; round++)
        {
            var action = (await repair.Actions(id)).Select(one => one.Action).FirstOrDefault(one => one.Title == title);
            if (action is null)
            {
                Assert.True(round > 0, $"'{title}' is not offered for {id}");
                var text = await repair.Text();
                Analysis.AssertCompiles((snippet with { Code = text }).Compile());
                return text;
            }

            var before = await repair.Text();
            await repair.Commit(action);
            Assert.NotEqual(before, await repair.Text());
        }

        throw new InvalidOperationException($"'{title}' does not converge");
    }

    /// <summary>Applies the repair with this title to all diagnostics of this id in the document at once.</summary>
    public static async Task<string> ApplyToAll(Snippet snippet, string id, string title)
    {
        using var repair = new Repair(snippet);
        for (var round = 0; round < 20; round++)
        {
            var actions = await repair.Actions(id);
            if (actions.FirstOrDefault(one => one.Action.Title == title) is not { Action: { } action, Provider: { } provider })
            {
                Assert.True(round > 0, $"'{title}' is not offered for {id}");
                return await repair.Text();
            }

            var source = new DiagnosticSource(actions.Select(one => one.Diagnostic).Distinct().ToImmutableArray());
            var context = new FixAllContext(
                repair.Document, provider, FixAllScope.Document, action.EquivalenceKey!, provider.FixableDiagnosticIds, source, default);
            var all = await provider.GetFixAllProvider()!.GetFixAsync(context);
            await repair.Commit(all!);
        }

        throw new InvalidOperationException($"Fix All of '{title}' does not converge");
    }

    public void Dispose() => _workspace.Dispose();

    private Document Document => _workspace.CurrentSolution.GetDocument(_document)!;

    private async Task<string> Text() => (await Document.GetTextAsync()).ToString();

    private async Task Commit(CodeAction action)
    {
        var change = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
        Assert.True(_workspace.TryApplyChanges(change.ChangedSolution));
    }

    private async Task<List<Offer>> Actions(string id)
    {
        var compilation = Snippet.WithGenerated((await Document.Project.GetCompilationAsync())!, _files);
        var tree = await Document.GetSyntaxTreeAsync();
        var diagnostics = (await Analysis.Run(compilation, _files, Analysis.Analyzers)).Where(one => one.Id == id && one.Location.SourceTree == tree);
        List<Offer> actions = [];
        foreach (var diagnostic in diagnostics)
        {
            foreach (var provider in Providers.Where(one => one.FixableDiagnosticIds.Contains(id)))
            {
                var context = new CodeFixContext(Document, diagnostic, (action, _) => actions.Add(new(action, provider, diagnostic)), default);
                await provider.RegisterCodeFixesAsync(context);
            }
        }

        return actions;
    }

    private sealed record Offer(CodeAction Action, CodeFixProvider Provider, Diagnostic Diagnostic);

    private sealed class DiagnosticSource(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
