using Basic.Reference.Assemblies;
using MechanismDsl.Language.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MechanismDsl.Language.Tests.Support;

/// <summary>A compilation of one source text against the language, and the mechanism in it.</summary>
internal sealed class Source
{
    private const string Usings = """
        global using System;
        global using MechanismDsl;
        global using static MechanismDsl.Guarantee;
        """;

    private static readonly MetadataReference[] References = [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(MechanismAttribute).Assembly.Location)];

    private Source(CSharpCompilation compilation) => Compilation = compilation;

    /// <summary>The compilation.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The first type marked <c>[Mechanism]</c>.</summary>
    public INamedTypeSymbol Mechanism => FindMechanism() ?? throw new InvalidOperationException("No type is marked [Mechanism].");

    /// <summary>A source without compiler errors.</summary>
    public static Source Of(params string[] texts)
    {
        var source = Incomplete(texts);
        Assert.DoesNotContain(source.Compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return source;
    }

    /// <summary>A source as it stands while the user types: compiler errors are fine.</summary>
    public static Source Incomplete(params string[] texts)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var trees = texts.Append(Usings).Select((text, index) => CSharpSyntaxTree.ParseText(text, options, path: $"File{index}.cs"));
        return new Source(CSharpCompilation.Create("Sample", trees, References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)));
    }

    /// <summary>The first type marked <c>[Mechanism]</c>; null if the source has none yet.</summary>
    public INamedTypeSymbol? FindMechanism() => Types(Compilation.Assembly.GlobalNamespace).FirstOrDefault(IsMechanism);

    /// <summary>Reads the mechanism's declaration.</summary>
    public Declaration Read() => DeclarationReader.Read(Mechanism, Compilation, CancellationToken.None);

    private static bool IsMechanism(INamedTypeSymbol type) => type.GetAttributes().Any(use => use.AttributeClass?.Name == "MechanismAttribute");

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(member => member is INamedTypeSymbol type ? [type, .. Types(type)] : Types(member));
}
