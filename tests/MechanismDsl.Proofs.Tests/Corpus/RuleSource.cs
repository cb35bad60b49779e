using Basic.Reference.Assemblies;
using MechanismDsl.Language.Rules;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MechanismDsl.Proofs.Tests.Corpus;

/// <summary>C# sources whose methods are lowered to rules.</summary>
internal sealed class RuleSource
{
    private readonly CSharpCompilation _compilation;

    public RuleSource(params string[] sources)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        _compilation = CSharpCompilation.Create(
            "Rules",
            sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, options, $"Rules{index}.cs")),
            Net100.References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        var errors = _compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        if (errors.Length > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, errors.Select(error => error.ToString())), nameof(sources));
        }
    }

    /// <summary>The text of an embedded corpus.</summary>
    public static string Embedded(string name)
    {
        using var stream = typeof(RuleSource).Assembly.GetManifestResourceStream(name) ?? throw new ArgumentException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public IEnumerable<IMethodSymbol> Methods(string type) =>
        _compilation.GetTypeByMetadataName(type)!.GetMembers().OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary);

    public bool HasType(string name) => _compilation.GetTypeByMetadataName(name) is not null;

    public IMethodSymbol Method(string type, string name) => Methods(type).Single(method => method.Name == name);

    /// <summary>The rule, or null if the method is outside the verifiable subset.</summary>
    public Rule? Lower(IMethodSymbol method)
    {
        var arrays = method.Parameters.Any(parameter => IsArray(parameter.Type));
        var roles = method.Parameters.Select((parameter, index) => ParameterRoles.Of(
            parameter.Type.Name == "Span" ? ParameterRole.Output
            : IsArray(parameter.Type) ? index == 0 ? ParameterRole.Reports : ParameterRole.PublicOfAgents
            : arrays ? ParameterRole.Agent
            : index == 0 ? ParameterRole.Report : ParameterRole.Public)).ToEquatableArray();
        var tree = method.DeclaringSyntaxReferences[0].SyntaxTree;
        return RuleReader.Read(method, roles, _compilation.GetSemanticModel(tree), CancellationToken.None).Rule;
    }

    private static bool IsArray(ITypeSymbol type) => type is IArrayTypeSymbol || type.Name is "ReadOnlySpan" or "IReadOnlyList";
}
