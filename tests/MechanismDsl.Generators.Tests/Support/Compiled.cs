using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MechanismDsl.Generators.Tests.Support;

/// <summary>Compiles what a user and the generator wrote as strictly as a compiler can: every warning an error, documentation diagnosed, nullable on.</summary>
internal static class Compiled
{
    /// <summary>What the package's props bring to a project.</summary>
    private const string ImplicitUsings = "global using MechanismDsl; global using static MechanismDsl.Guarantee; global using System;";

    public static CSharpParseOptions ParseOptions { get; } =
        new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(IMechanism).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(OrTools.IntegerProgramAttribute).Assembly.Location),
    ];

    /// <summary>A compilation of user code, before generators ran.</summary>
    public static CSharpCompilation Compilation(params IEnumerable<string> sources)
    {
        var trees = sources.Prepend(ImplicitUsings).Select((source, index) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"Source{index}.cs"));
        return CSharpCompilation.Create("Users", trees, References, Options);
    }

    /// <summary>Loads a compilation after asserting that it has no diagnostic of any severity above hidden.</summary>
    public static Assembly Load(Compilation compilation)
    {
        var problems = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(20).Select(problem => problem + "\n    " + Line(problem))));
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }

    private static CSharpCompilationOptions Options { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        generalDiagnosticOption: ReportDiagnostic.Error,
        warningLevel: 9999,
        nullableContextOptions: NullableContextOptions.Enable);

    private static string? Line(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString();
}
