using System.Collections.Immutable;
using System.Reflection;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.QuickInfo;
using Microsoft.CodeAnalysis.Text;

namespace MechanismDsl.Ide.Tests;

/// <summary>
/// An editor without a window: Roslyn's workspace with its completion, hover and repairs, and a project that uses the package. What is typed is not saved.
/// </summary>
internal sealed class Editor : IDisposable
{
    private static readonly MefHostServices Services = MefHostServices.Create(
        [.. MefHostServices.DefaultAssemblies, Assembly.Load("Microsoft.CodeAnalysis.Features"), Assembly.Load("Microsoft.CodeAnalysis.CSharp.Features")]);

    private static readonly ImmutableArray<CodeFixProvider> Fixes = Instances<CodeFixProvider>("MechanismDsl.CodeFixes", type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null);

    private static string Library => typeof(MechanismAttribute).Assembly.Location;

    private readonly AdhocWorkspace _workspace = new(Services);
    private readonly Dictionary<string, DocumentId> _documents = new(StringComparer.Ordinal);

    public Editor(params (string Name, string Text)[] files)
    {
        var project = _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Consumer",
            "Consumer",
            LanguageNames.CSharp,
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            metadataReferences: [.. Net100.References.All, MetadataReference.CreateFromFile(Library, documentation: XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(Library, ".xml")))],
            analyzerReferences: [new Package()]));
        Add("Usings.cs", "global using System;\nglobal using MechanismDsl;\nglobal using static MechanismDsl.Guarantee;\n");
        foreach (var (name, text) in files)
        {
            Add(name, text);
        }

        void Add(string name, string text) => _documents[name] = _workspace.AddDocument(project.Id, name, SourceText.From(text)).Id;
    }

    private Document DocumentOf(string name) => _workspace.CurrentSolution.GetDocument(_documents[name])!;

    public async Task<string> TextOf(string name) => (await DocumentOf(name).GetTextAsync()).ToString();

    /// <summary>Types: one text in the place of another that occurs once.</summary>
    public async Task Type(string name, string old, string typed)
    {
        var text = await DocumentOf(name).GetTextAsync();
        var start = text.ToString().IndexOf(old, StringComparison.Ordinal);
        Assert.True(start >= 0 && text.ToString().IndexOf(old, start + 1, StringComparison.Ordinal) < 0, old);
        Assert.True(_workspace.TryApplyChanges(DocumentOf(name).WithText(text.WithChanges(new TextChange(new TextSpan(start, old.Length), typed))).Project.Solution));
    }

    /// <summary>What the error list and the squiggles of one file show: what the compiler says and what the analyzers say while somebody types.</summary>
    public async Task<ImmutableArray<Diagnostic>> Diagnostics(string name)
    {
        var document = DocumentOf(name);
        var model = (await document.GetSemanticModelAsync())!;
        var analysis = model.Compilation.WithAnalyzers(
            [.. document.Project.AnalyzerReferences.SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp))],
            new CompilationWithAnalyzersOptions(document.Project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        return [.. model.GetDiagnostics().Where(one => one.Severity >= DiagnosticSeverity.Warning), .. await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, default)];
    }

    /// <summary>What is offered behind a text that occurs once.</summary>
    public async Task<IReadOnlyList<string>> Completions(string name, string before)
    {
        var document = DocumentOf(name);
        var list = await CompletionService.GetService(document)!.GetCompletionsAsync(document, await Behind(document, before));
        return [.. list.ItemsList.Select(item => item.DisplayText)];
    }

    /// <summary>What the pointer shows, resting on the end of a text that occurs once.</summary>
    public async Task<string> Hover(string name, string on)
    {
        var document = DocumentOf(name);
        var info = await QuickInfoService.GetService(document)!.GetQuickInfoAsync(document, await Behind(document, on) - 1);
        return info is null ? "" : string.Join('\n', info.Sections.Select(section => section.Text));
    }

    /// <summary>Where a name in the source is declared: files of the project and generated ones.</summary>
    public async Task<IReadOnlyList<string>> Definitions(string name, string on)
    {
        var document = DocumentOf(name);
        var symbol = await Microsoft.CodeAnalysis.FindSymbols.SymbolFinder.FindSymbolAtPositionAsync(document, await Behind(document, on) - 1);
        return [.. symbol!.Locations.Where(location => location.IsInSource).Select(location => Path.GetFileName(location.SourceTree!.FilePath))];
    }

    /// <summary>The titles of the repairs for a diagnostic.</summary>
    public async Task<IReadOnlyList<string>> Repairs(string name, string id) => [.. (await Actions(name, id)).Select(action => action.Title).Distinct()];

    /// <summary>Applies a repair.</summary>
    public async Task Apply(string name, string id, string title)
    {
        var action = (await Actions(name, id)).First(action => action.Title == title);
        var change = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
        Assert.True(_workspace.TryApplyChanges(change.ChangedSolution));
    }

    public void Dispose() => _workspace.Dispose();

    private async Task<List<CodeAction>> Actions(string name, string id)
    {
        List<CodeAction> actions = [];
        foreach (var diagnostic in (await Diagnostics(name)).Where(one => one.Id == id))
        {
            foreach (var fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(id)))
            {
                await fix.RegisterCodeFixesAsync(new CodeFixContext(DocumentOf(name), diagnostic, (action, _) => actions.Add(action), default));
            }
        }

        return actions;
    }

    private static async Task<int> Behind(Document document, string text)
    {
        var all = (await document.GetTextAsync()).ToString();
        var start = all.IndexOf(text, StringComparison.Ordinal);
        Assert.True(start >= 0, text);
        return start + text.Length;
    }

    private static ImmutableArray<T> Instances<T>(string assembly, Func<Type, bool> filter) =>
        [.. Assembly.Load(assembly).GetTypes().Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type) && filter(type)).Select(type => (T)Activator.CreateInstance(type)!)];

    /// <summary>The components, as a reference to the package brings them.</summary>
    private sealed class Package : AnalyzerReference
    {
        private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers = Instances<DiagnosticAnalyzer>("MechanismDsl.Analyzers", _ => true);

        private readonly ImmutableArray<ISourceGenerator> _generators =
            [.. Instances<IIncrementalGenerator>("MechanismDsl.Generators", type => type.GetCustomAttribute<GeneratorAttribute>() is not null).Select(generator => generator.AsSourceGenerator())];

        public override string? FullPath => null;

        public override object Id { get; } = new();

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => _analyzers;

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => _analyzers;

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
    }
}
