using System.Globalization;
using System.Reflection;
using MechanismDsl.Analyzers.Tests.Harness;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Language.Rules.Questions;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MechanismDsl.Analyzers.Tests.Rules.Corpus;

/// <summary>A mechanism whose payments the generator derived, compiled: run with any reports, and its rule asked directly.</summary>
/// <param name="Name">Its name.</param>
/// <param name="System">Its rules as the provers see them: inputs with their domains, agents.</param>
/// <param name="Run">What each agent gets and pays, from the inputs of each agent.</param>
/// <param name="Ask">The rule itself: what each agent gets, or its score.</param>
internal sealed record PayingRule(string Name, RuleSystem System, Func<object[][], (double Quantity, decimal Exact, double Payment)[]> Run, Func<object[][], IComparable[]> Ask)
{
    private const string Doors = """
        internal static class Doors
        {
            internal static (double, object)[] Of<T>(Sale<T> sale, int agents) where T : struct => Enumerable.Range(0, agents).Select(i => i == sale.Winner ? (1.0, (object)sale.Price) : (0.0, (object)0)).ToArray();
            internal static (double, object)[] Of<T>(Awards<T> awards, int agents) where T : struct => awards.Agents.ToArray().Select(one => ((double)one.Quantity, (object)one.Payment)).ToArray();
            internal static IComparable[] Of(int winner, int agents) => Enumerable.Range(0, agents).Select(i => (IComparable)(i == winner ? 1.0 : 0.0)).ToArray();
            internal static IComparable[] Of(bool[] served, int agents) => served.Select(one => (IComparable)(one ? 1.0 : 0.0)).ToArray();
            internal static IComparable[] Of(int[] units, int agents) => units.Select(one => (IComparable)(double)one).ToArray();
            internal static IComparable[] Of(double[] chances, int agents) => chances.Select(one => (IComparable)one).ToArray();
        }
        """;

    /// <summary>The number of the input that is the report.</summary>
    public int Report => System.Inputs.Select((input, index) => (input, index)).First(pair => pair.input.Role is ParameterRole.Report or ParameterRole.Reports).index;

    /// <summary>Who gets what by the rule alone: under a score the highest one wins, the lowest index among equals, nobody below zero.</summary>
    public double[] Quantities(object[][] inputs)
    {
        var asked = Ask(inputs);
        if (System.Score is null)
        {
            return [.. asked.Cast<double>()];
        }

        var best = -1;
        for (var agent = 0; agent < asked.Length; agent++)
        {
            var isWorthIt = asked[agent].CompareTo(Convert.ChangeType(0, asked[agent].GetType(), CultureInfo.InvariantCulture)) >= 0;
            best = isWorthIt && (best < 0 || asked[agent].CompareTo(asked[best]) > 0) ? agent : best;
        }

        return [.. asked.Select((_, agent) => agent == best ? 1.0 : 0)];
    }

    /// <summary>The rules in a source, with what the generator writes for them. Rules over records without a constructor for all inputs are left out.</summary>
    public static IReadOnlyList<PayingRule> Of(string code)
    {
        var tree = CSharpSyntaxTree.ParseText("using System.Collections.Generic;\n" + code, Snippet.Parsing, "Rules.cs");
        var usings = CSharpSyntaxTree.ParseText(Snippet.UsingsText, Snippet.Parsing, "Usings.cs");
        var compilation = CSharpCompilation.Create("Payers", [usings, tree], Snippet.References, Snippet.Options.WithOptimizationLevel(OptimizationLevel.Release));
        List<(INamedTypeSymbol Type, RuleSystem System)> rules = [];
        var doors = new List<string> { Doors };
        foreach (var type in compilation.GlobalNamespace.GetTypeMembers().Where(type => type.GetAttributes().Any(one => one.AttributeClass!.Name == "MechanismAttribute")))
        {
            var meaning = Normaliser.Read(DeclarationReader.Read(type, compilation, default), []);
            if (meaning is { Problem: { } problem, Rules: { } own } && SubjectReader.Read(type, problem, own, compilation, default).System is { } system && Door(type, system) is { } door)
            {
                rules.Add((type, system));
                doors.Add(door);
            }
        }

        var complete = Snippet.WithGenerated(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(string.Join("\n", doors), Snippet.Parsing, "Doors.cs")), []);
        Analysis.AssertCompiles(complete);
        using var image = new MemoryStream();
        Assert.True(complete.Emit(image).Success);
        var assembly = Assembly.Load(image.ToArray());
        return [.. rules.Select(rule => Load(rule.Type.Name, rule.System, assembly.GetType(rule.Type.Name)!))];
    }

    private static PayingRule Load(string name, RuleSystem system, Type type)
    {
        T Door<T>(string door)
            where T : Delegate => type.GetMethod(door, BindingFlags.Static | BindingFlags.NonPublic)!.CreateDelegate<T>();
        var (run, ask) = (Door<Func<object[][], (double, object)[]>>("RunDoor"), Door<Func<object[][], IComparable[]>>("AskDoor"));
        return new PayingRule(
            name,
            system,
            inputs => [.. run(inputs).Select(one => (one.Item1, one.Item2 is double ? 0m : Convert.ToDecimal(one.Item2, CultureInfo.InvariantCulture), Convert.ToDouble(one.Item2, CultureInfo.InvariantCulture)))],
            ask);
    }

    private static string? Door(INamedTypeSymbol type, RuleSystem system)
    {
        var method = type.GetMembers().OfType<IMethodSymbol>().First(one => one.GetAttributes().Any(mark => mark.AttributeClass!.Name is "ScoreAttribute" or "AllocationAttribute"));
        var first = method.Parameters[0].Type;
        var element = system.Score is not null ? first : first is IArrayTypeSymbol array ? array.ElementType : ((INamedTypeSymbol)first).TypeArguments[0];
        string run, ask;
        if (element is INamedTypeSymbol { IsRecord: true } record)
        {
            var constructor = record.InstanceConstructors.FirstOrDefault(one => one.Parameters.Length == system.Inputs.Count && one.DeclaredAccessibility == Accessibility.Public && one.Parameters.Length > 0 && !SymbolEqualityComparer.Default.Equals(one.Parameters[0].Type, record));
            if (constructor is null)
            {
                return null;
            }

            var row = $"new {Full(record)}({Arguments(constructor.Parameters)})";
            run = $"v.Select(a => {row}).ToArray()";
            ask = system.Score is not null ? $"v.Select(a => (IComparable){method.Name}({row})).ToArray()" : Allocation(method, run);
        }
        else if (system.Score is not null)
        {
            run = string.Join(", ", method.Parameters.Select((parameter, index) => $"v.Select(a => ({Full(parameter.Type)})(dynamic)a[{index}]).ToArray()"));
            ask = $"v.Select(a => (IComparable){method.Name}({Arguments(method.Parameters)})).ToArray()";
        }
        else
        {
            run = $"v.Select(a => ({Full(element)})(dynamic)a[0]).ToArray()";
            ask = Allocation(method, run);
        }

        return $"partial class {type.Name} {{ internal static (double, object)[] RunDoor(object[][] v) => Doors.Of({type.Name}.Run({run}), v.Length); internal static IComparable[] AskDoor(object[][] v) {{ return {ask}; }} }}";
    }

    private static string Allocation(IMethodSymbol method, string reports) => method.ReturnsVoid
        ? $"((Func<IComparable[]>)(() => {{ var served = new {Full(((INamedTypeSymbol)method.Parameters[1].Type).TypeArguments[0])}[v.Length]; {method.Name}({reports}, served); return Doors.Of(served, v.Length); }}))()"
        : $"Doors.Of({method.Name}({reports}), v.Length)";

    private static string Arguments(IEnumerable<IParameterSymbol> parameters) =>
        string.Join(", ", parameters.Select((parameter, index) => $"({Full(parameter.Type)})(dynamic)a[{index}]"));

    private static string Full(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
