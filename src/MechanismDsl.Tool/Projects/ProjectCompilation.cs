using System.Collections.Immutable;
using System.Reflection;
using MechanismDsl.Analyzers.Judges;
using MechanismDsl.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Tool.Projects;

/// <summary>A project as the compiler sees it, with what the generator adds.</summary>
/// <param name="Source">What the user wrote.</param>
/// <param name="Complete">The same with the generated parts.</param>
/// <param name="Written">The generated files.</param>
/// <param name="Options">What generator and analyzers are told besides the sources.</param>
internal sealed record ProjectCompilation(CSharpCompilation Source, CSharpCompilation Complete, ImmutableArray<GeneratedSourceResult> Written, AnalyzerOptions Options)
{
    /// <summary>Compiles a project in memory.</summary>
    /// <exception cref="ToolException">The project cannot be read.</exception>
    public static ProjectCompilation Load(ProjectFile project)
    {
        var call = CSharpCommandLineParser.Default.Parse(project.CompilerArguments(), project.Folder, sdkDirectory: null);
        var parsing = call.ParseOptions;
        var trees = call.SourceFiles.Select(file => Parse(file.Path, call, parsing)).ToList();
        var references = call.MetadataReferences.Select(reference => MetadataReference.CreateFromFile(reference.Reference, reference.Properties)).ToList();
        if (references.FirstOrDefault(reference => !File.Exists(reference.FilePath)) is { } missing)
        {
            throw new ToolException($"'{missing.FilePath}' is missing. Build what the project refers to first: dotnet build.", ToolException.BadProject);
        }

        var source = CSharpCompilation.Create(call.CompilationName ?? Path.GetFileNameWithoutExtension(project.Path), trees, references, call.CompilationOptions);
        var options = new AnalyzerOptions(
            [.. call.AdditionalFiles.Select(file => (AdditionalText)new ProjectText(Path.GetFullPath(file.Path, project.Folder)))],
            ConfiguredOptions.Read(call.AnalyzerConfigPaths));
        return Of(source, options, parsing);
    }

    /// <summary>A compilation with what the generator adds to it.</summary>
    /// <param name="source">What the user wrote.</param>
    /// <param name="options">What generator and analyzers are told besides the sources.</param>
    /// <param name="parsing">How generated files are read.</param>
    public static ProjectCompilation Of(CSharpCompilation source, AnalyzerOptions options, CSharpParseOptions parsing)
    {
        var driver = CSharpGeneratorDriver
            .Create([new MechanismGenerator().AsSourceGenerator()], options.AdditionalFiles, parsing, options.AnalyzerConfigOptionsProvider)
            .RunGeneratorsAndUpdateCompilation(source, out var complete, out _);
        return new ProjectCompilation(source, (CSharpCompilation)complete, driver.GetRunResult().Results[0].GeneratedSources, options);
    }

    /// <summary>What the analyzers say of the project's mechanisms.</summary>
    public ImmutableArray<Diagnostic> Judge(CancellationToken cancellation)
    {
        var analyzers = typeof(RuleAnalyzer).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .ToImmutableArray();
        var found = Complete.WithAnalyzers(analyzers, Options).GetAnalyzerDiagnosticsAsync(cancellation).GetAwaiter().GetResult();
        return [.. found.OrderBy(one => one.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(one => one.Location.SourceSpan.Start).ThenBy(one => one.Id, StringComparer.Ordinal)];
    }

    private static SyntaxTree Parse(string path, CSharpCommandLineArguments call, CSharpParseOptions parsing)
    {
        using var stream = File.OpenRead(path);
        return CSharpSyntaxTree.ParseText(Microsoft.CodeAnalysis.Text.SourceText.From(stream, call.Encoding), parsing, path);
    }
}
