using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.Language.Tests.Rules;

/// <summary>Sources compiled twice over: as symbols to be lowered, and as an assembly to be run.</summary>
internal sealed class Compiled
{
    /// <summary>A call with boxed arguments; arrays stand for spans, lists and outputs.</summary>
    public delegate object? Call(object?[] arguments);

    private const string Prefix = "Call__";

    private readonly Assembly _assembly;

    private Compiled(CSharpCompilation compilation, Assembly assembly)
    {
        Compilation = compilation;
        _assembly = assembly;
    }

    /// <summary>The sources as the lowering sees them.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>Compiles sources that have no errors.</summary>
    public static Compiled Of(params string[] sources)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        SyntaxTree[] trees = [.. sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, options, $"Rules{index}.cs"))];
        var build = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true);
        var compilation = CSharpCompilation.Create("Rules", trees, Net100.References.All, build);
        var runnable = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees.Select(tree => tree.WithRootAndOptions(new Door().Visit(tree.GetRoot()), options)));
        using var image = new MemoryStream();
        var result = runnable.Emit(image);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        return new Compiled(compilation, new AssemblyLoadContext("Rules", isCollectible: true).LoadFromStream(image));
    }

    /// <summary>The text of a corpus.</summary>
    public static string Corpus(string name)
    {
        using var stream = typeof(Compiled).Assembly.GetManifestResourceStream(name) ?? throw new ArgumentException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The types of a namespace, by full name.</summary>
    public IEnumerable<string> Types(string space) =>
        Compilation.GlobalNamespace.GetNamespaceMembers().Single(member => member.Name == space).GetTypeMembers().Select(type => type.ToDisplayString());

    /// <summary>The methods of a type, in order of declaration.</summary>
    public IEnumerable<IMethodSymbol> Methods(string type) =>
        Compilation.GetTypeByMetadataName(type)!.GetMembers().OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary);

    /// <summary>A run-time type of the sources.</summary>
    public Type TypeOf(string name) => _assembly.GetType(name, throwOnError: true)!;

    /// <summary>The compiled method, to be called.</summary>
    public Call CallOf(IMethodSymbol method) =>
        TypeOf(method.ContainingType.ToDisplayString()).GetMethod(Prefix + method.Name)!.CreateDelegate<Call>();

    /// <summary>Gives every static method a door through which it can be called with boxed arguments: spans cannot be boxed.</summary>
    private sealed class Door : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node)
        {
            var methods = node.Members.OfType<MethodDeclarationSyntax>().Where(method => method.Modifiers.Any(SyntaxKind.StaticKeyword) && method.TypeParameterList is null && (method.Body ?? (object?)method.ExpressionBody) is not null);
            return node.AddMembers([.. methods.Select(Method)]);
        }

        private static MemberDeclarationSyntax Method(MethodDeclarationSyntax method)
        {
            var arguments = string.Join(", ", method.ParameterList.Parameters.Select((parameter, index) => $"({Boxed(parameter.Type!)})a[{index}]"));
            var call = $"{method.Identifier.ValueText}({arguments})";
            var isVoid = method.ReturnType.ToString() == "void";
            var body = isVoid ? $"{{ {call}; return a[^1]; }}" : $"=> {call}{(method.ReturnType.ToString().StartsWith("ReadOnlySpan", StringComparison.Ordinal) ? ".ToArray()" : "")};";
            return SyntaxFactory.ParseMemberDeclaration($"public static object {Prefix}{method.Identifier.ValueText}(object[] a) {body}")!;
        }

        private static string Boxed(TypeSyntax type) =>
            type is GenericNameSyntax { Identifier.ValueText: "ReadOnlySpan" or "Span" or "IReadOnlyList", TypeArgumentList.Arguments: [var element] } ? $"{element}[]" : type.ToString();
    }
}
