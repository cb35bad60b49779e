using Basic.Reference.Assemblies;
using MechanismDsl.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MechanismDsl.Language.Tests.Rules;

/// <summary>Everything outside the subset is refused, at its place and in words: state that is smuggled in, and constructs without a meaning as a rule.</summary>
public sealed class RefusalTests
{
    private const string Helpers = """
        using System; using System.Collections.Generic; using System.Collections.Immutable; using System.Diagnostics; using System.Linq; using System.Threading; using System.Threading.Tasks;
        delegate double Function(double x);
        static class Elsewhere { public static int Calls; public static double Bump(this double x) => x + Calls++; public static double[] Shared = { 1, 2 }; public static readonly double[] Open = { 1, 2 }; }
        interface IRate { double Rate(double x) => x * 2; static abstract double Of(double x); }
        struct Rate : IRate { public static double Of(double x) => x; }
        struct Money { public double Amount; public static int Count; public Money(double amount) { Amount = amount; Count++; } public static Money operator +(Money a, Money b) { Count++; return a; } public static implicit operator Money(double x) => new(x); public static explicit operator double(Money m) { Count++; return m.Amount; } public double this[int i] => Count++; }
        record struct Sneaky(double Amount) { private static int _reads; public double Amount { get => field + _reads++; init => field = value; } = Amount; }
        record struct Late(double Amount) { public double Extra = DateTime.Now.Second; }
        class Bag { public IEnumerator<double> GetEnumerator() { yield return DateTime.Now.Second; } }
        static partial class Parts { public static partial double Hidden(double x); public static partial double Hidden(double x) => x + Elsewhere.Calls; }
        """;

    public static TheoryData<string, string, string> Refused => new()
    {
        // ---- state
        { "static int _n; static double Rule(double x) => _n++;", "assignment to '_n', which is state outside the rule", "_n" },
        { "static int _n; static double Rule(double x) => x + _n;", "static field X._n, which can change", "_n" },
        { "static double N { get; set; } static double Rule(double x) => x + N;", "static property X.N, which can be set", "N" },
        { "static int _n; static double N => _n++; static double Rule(double x) => x + N;", "assignment to '_n', which is state outside the rule", "_n" },
        { "static volatile int _n; static double Rule(double x) => x + _n;", "static field X._n, which can change", "_n" },
        { "static int _n; static double Rule(double x) => x + Volatile.Read(ref _n);", "call to Volatile.Read(ref readonly int), which is not known to be pure", "Volatile.Read(ref _n)" },
        { "static double Rule(double x) => Math.FusedMultiplyAdd(x, 2, 1);", "call to Math.FusedMultiplyAdd(double, double, double), which proofs do not follow; write x * y + z, which rounds the product too", "Math.FusedMultiplyAdd(x, 2, 1)" },
        { "static double Rule(double x) => Math.BitIncrement(x);", "call to Math.BitIncrement(double), which proofs do not follow; compare with < instead of <= where the neighbouring number was meant", "Math.BitIncrement(x)" },
        { "static double Rule(double x) => Math.CopySign(x, x - 1);", "call to Math.CopySign(double, double), which proofs do not follow; write Math.Abs(x) or -Math.Abs(x) in a condition", "Math.CopySign(x, x - 1)" },
        { "static double Rule(double x) => x + Random.Shared.Next(2);", "call to Random.Next(int), which is not known to be pure", "Random.Shared.Next(2)" },
        { "static double Rule(double x) => x + DateTime.Now.Second;", "property DateTime.Second, which is not known to be pure", "DateTime.Now.Second" },
        { "static double Rule(double x) => x + Environment.TickCount;", "property Environment.TickCount, which is not known to be pure", "Environment.TickCount" },
        { "static double Rule(double x) => x.Bump();", "assignment to 'Calls', which is state outside the rule", "Calls" },
        { "static double Rule(double x) => Parts.Hidden(x);", "static field Elsewhere.Calls, which can change", "Elsewhere.Calls" },
        { "static double Rule(double[] x) { x[0] = 1; return x[1]; }", "write to an array that the rule was given; copy it with ToArray first", "x[0] = 1" },
        { "static double Rule(double[] x) { Array.Sort(x); return x[0]; }", "write to an array that the rule was given; copy it with ToArray first", "Array.Sort(x)" },
        { "static void Set(double[] a) => a[0] = 2; static double Rule(double[] x) { var a = new double[1]; if (x[0] > 1) a = x; Set(a); return x[0]; }", "write to an array that the rule was given; copy it with ToArray first", "a[0] = 2" },

        // ---- tables
        { "static readonly double[] T = { 1, 2 }; static void Change() => T[0] = 5; static double Rule(double x) => T[0] + x;", "table X.T, which may be written through 'T[0]' in line 1; make it private and only read it, or use ImmutableArray", "T" },
        { "static readonly double[] T = { 1, 2 }; static double[] Leak() => T; static double Rule(double x) => T[0] + x;", "which may be written through", "T" },
        { "static readonly double[] T = { 1, 2 }; static ref double Leak() => ref T[0]; static double Rule(double x) => T[0] + x;", "which may be written through", "T" },
        { "static readonly double[] T = { 1, 2 }; static void Change() { foreach (ref var t in T.AsSpan()) t = 1; } static double Rule(double x) => T[0] + x;", "which may be written through", "T" },
        { "static readonly double[] T = { 1, 2 }; static void Change() { (T[0], T[1]) = (T[1], T[0]); } static double Rule(double x) => T[0] + x;", "which may be written through", "T" },
        { "static readonly double[] T = { 1, 2 }; static double Rule(double x) { var t = T; t[0] = 1; return x; }", "which may be written through", "T" },
        { "static double Rule(double x) => Elsewhere.Open[0] + x;", "table Elsewhere.Open, which code elsewhere can write to; make it private and only read it, or use ImmutableArray", "Elsewhere.Open" },
        { "static double Rule(double x) => Elsewhere.Shared[0] + x;", "static field Elsewhere.Shared, which can change", "Elsewhere.Shared" },
        { "static readonly double A = B, B = 2; static double Rule(double x) => A + x;", "X.B in the initialiser of X.A, where it may not have its value yet", "B" },
        { "static readonly double A; static X() { A = DateTime.Now.Second; } static double Rule(double x) => A + x;", "X.A, which the static constructor of X can set", "A" },
        { "static double Make() => 2; static readonly double A = Make(); static double Rule(double x) => A + x;", "X.Make() in the initialiser of X.A, where it may not have its value yet", "Make()" },
        { "static readonly double A = DateTime.Now.Second; static double Rule(double x) => A + x;", "property DateTime.Second, which is not known to be pure", "DateTime.Now.Second" },

        // ---- references, pointers, delegates
        { "static double Rule(double x) { ref double y = ref x; y = 2; return x; }", "reference 'y = ref x'", "y = ref x" },
        { "static void Set(ref double y) => y = 2; static double Rule(double x) { var a = new[] { x }; Set(ref a[0]); return a[0]; }", "argument 'ref a[0]' passed by reference", "ref a[0]" },
        { "static double Rule(double x) { double.TryParse(\"1\", out var y); return y; }", "call to double.TryParse(string, out double), which is not known to be pure", "double.TryParse(\"1\", out var y)" },
        { "static unsafe double Rule(double x) { double* p = &x; return *p; }", "pointer '&x'", "&x" },
        { "static double Rule(double x) { Func<double, double> f = y => y + 1; f = y => y; return f(x); }", "function in the variable 'f', which is assigned again", "f = y => y + 1" },
        { "static Function _f = y => y; static double Rule(double x) => _f(x);", "function '_f', which is not known to be pure", "_f" },
        { "static double Rule(double[] x) { int n = 0; return x.Select(y => y + n++).Sum(); }", "lambda 'y => y + n++', which changes variables outside it", "y => y + n++" },
        { "static double Rule(double[] x) { var a = new double[1]; return x.Select(y => a[0] += y).Sum(); }", "lambda 'y => a[0] += y', which changes variables outside it", "y => a[0] += y" },

        // ---- user types
        { "static double Rule(double x) { Money a = default; Money b = a + a; return b.Amount; }", "assignment to 'Count', which is state outside the rule", "Count" },
        { "static double Rule(double x) { Money a = default; a += a; return a.Amount; }", "user-defined operator Money.operator +(Money, Money) in an assignment", "a += a" },
        { "static double Rule(double x) { Money a = x; return a.Amount; }", "assignment to 'Count', which is state outside the rule", "Count" },
        { "static double Rule(double x) { Money a = default; return (double)a; }", "assignment to 'Count', which is state outside the rule", "Count" },
        { "static double Rule(double x) => new Money(x).Amount;", "assignment to 'Count', which is state outside the rule", "Count" },
        { "static double Rule(double x) { Money a = default; return a[0]; }", "property Money.this[int], which is not known to be pure", "a[0]" },
        { "static double Rule(double x) => new Sneaky(x).Amount;", "property Sneaky.Amount, which is not known to be pure", "new Sneaky(x).Amount" },
        { "static double Rule(double x) => new Late(x).Extra;", "property DateTime.Second, which is not known to be pure", "DateTime.Now.Second" },
        { "static double Rule(double x) => ((IRate)null!).Rate(x);", "call to IRate.Rate(double), whose body is not known here", "((IRate)null!).Rate(x)" },
        { "static double Get<T>(double x) where T : IRate => T.Of(x); static double Rule(double x) => Get<Rate>(x);", "call to X.Get(double) with type arguments that rules do not compute with", "Get<Rate>(x)" },
        { "static double Rule(double x) { foreach (var y in new Bag()) return y; return x; }", "new object of type Bag, which is no plain record of numbers", "new Bag()" },
        { "static double Rule(double x) => new Random(1).NextDouble();", "call to Random.NextDouble(), which is not known to be pure", "new Random(1).NextDouble()" },
        { "static double Rule(double x) => new Sneaky(x) with { Amount = 2 } is { Amount: > 1 } ? 1 : 2;", "new object of type Sneaky, which is no plain record of numbers", "new Sneaky(x)" },
        { "static double Rule(Sneaky x) => x.Amount;", "parameter 'x' of type Sneaky, which rules do not compute with", "Sneaky x" },
        { "sealed record Copied(double A) { Copied(Copied other) { A = 7; } } static double Rule(double x) => (new Copied(x) with { }).A;", "'new Copied(x) with { }', which is outside the verifiable subset", "new Copied(x) with { }" },

        // ---- calls
        { "static double F(double x) => x > 0 ? F(x - 1) : 0; static double Rule(double x) => F(x);", "recursion: X.F(double) calls itself", "F(x - 1)" },
        { "static double F(double x, int n) => x > 0 ? F(x - 1, n) : n; static double Rule(double x) => F(x, 3);", "no constant argument says how often", "F(x - 1, n)" },
        { "static double F(double x, int n) { while (n < 3) return F(x, n); return x; } static double Rule(double x) => F(x, 3);", "no constant argument says how often", "F(x, n)" },
        { "static double Rule(double x) => ((byte)x).CompareTo((byte)3);", "call to byte.CompareTo(byte), which is not known to be pure", "((byte)x).CompareTo((byte)3)" },
        { "static double Rule(double x) => x.Equals((object)x) ? 1 : 2;", "call to double.Equals(object), which is not known to be pure", "x.Equals((object)x)" },
        { "static double Rule(double x) => x > 1 ? Rule(x / 2) : x;", "recursion: X.Rule(double) calls itself", "Rule(x / 2)" },
        { "static async Task<double> F() => 1; static double Rule(double x) => F().Result;", "property Task.Result, which is not known to be pure", "F().Result" },
        { "static IEnumerable<double> F() { yield return 1; } static double Rule(double x) => F().Sum();", "yield; an iterator keeps state between calls", "yield return 1;" },
        { "[Conditional(\"DEBUG\")] static void F() { } static double Rule(double x) { F(); return x; }", "call to X.F(), which is called in some builds only", "F()" },
        { "static double Rule(double x) { Debug.Assert(x++ > 0); return x; }", "call to Debug.Assert(bool, string), which is not known to be pure", "Debug.Assert(x++ > 0)" },
        { "static double Rule(double x) => Math.ILogB(x);", "call to Math.ILogB(double), which proofs do not follow; write Math.Floor(Math.Log2(x))", "Math.ILogB(x)" },
        { "static double Rule(double x, int d) => Math.Round(x, d);", "'Math.Round(x, d)', whose number of digits or mode varies", "Math.Round(x, d)" },
        { "static double Rule(double x, double d) => Math.Log(x, d);", "'Math.Log(x, d)', whose base is not a fixed number", "Math.Log(x, d)" },
        { "static double Rule(double x) => Parts2.Twice(x);", "call to Parts2.Twice(double), which is not known to be pure", "Parts2.Twice(x)" },
        { "static double Rule(double x) => Parts2.Table[0];", "Parts2.Table, whose value is not in the user's source", "Parts2.Table" },

        // ---- constructs
        { "static double Rule(double x) { try { return 1 / (int)x; } catch { return 0; } }", "try statement; a rule states its result without catching exceptions", "try { return 1 / (int)x; } catch { return 0; }" },
        { "static double Rule(double x) { lock (typeof(X)) return x; }", "lock statement, which shares state", "lock (typeof(X)) return x;" },
        { "static double Rule(double x) { again: if (x > 3) { x--; goto again; } return x; }", "'again: if (x > 3) { x--; goto again; }', which is outside the verifiable subset", "again: if (x > 3) { x--; goto again; }" },
        { "static double Rule(double x) { switch ((int)x) { case 1: goto case 2; case 2: return 1; } return x; }", "'goto case 2;'; write a loop or a switch with break", "goto case 2;" },
        { "static double Rule(double x) => $\"{x}\".Length;", "", "$\"{x}\".Length" },
        { "static double Rule(double x) => (double)(Half)x;", "user-defined conversion Half.explicit operator", "(double)(Half)x" },
        { "static double Rule(long n) => (float)n;", "conversion of long to float; use double", "(float)n" },
        { "static decimal Rule(double x) => (decimal)(float)x;", "conversion of float to decimal; use double", "(decimal)(float)x" },
        { "static double Rule(double x) => (uint)x << 3;", "shift of a uint", "(uint)x << 3" },
        { "static double Rule(double x) => MathF.Exp(2);", "", "MathF.Exp(2)" },
        { "static double Rule(double x) { bool? p = x > 1 ? true : null, q = x > 2 ? true : null; return (p & q) == true ? 1 : 0; }", "logic of three values 'p & q'", "p & q" },
        { "static double Rule(double x) { ulong? n = 3; return x; }", "ulong", "" },
        { "static double Rule(double x) { string? s = null; return s?.Length ?? x; }", "", "" },
        { "static double Rule(double x) { Half h = default; return x; }", "; use double or decimal", "" },
        { "static double Rule(double x) => (ulong)x;", "; use int or long", "(ulong)x" },
        { "static double Rule(double x) { dynamic d = x; return d; }", "value of type dynamic, which rules do not compute with", "x" },
        { "static double Rule(double x) { var a = new double[2, 2]; return a[0, 0]; }", "value of type double[,], which rules do not compute with", "new double[2, 2]" },
        { "static double Rule(double x) { ulong n = 3; return x + n; }", "value of type ulong, which rules do not compute with", "3" },
        { "static double Rule(double[] x) { var a = x.ToArray(); Span<double> s = a; var v = s[1..]; v[0] = 3; return a[1]; }", "view 's[1..]' of what the rule can write to; copy it with ToArray first", "s[1..]" },
        { "static double Rule(double[] x) => x is [var y, .. var rest] ? rest.Length : 0;", "'.. var rest', which is outside the verifiable subset", ".. var rest" },
        { "static double Rule(double[] x) { var a = x.ToArray(); ref readonly double y = ref a[0]; a[0] = 3; return y; }", "reference 'y = ref a[0]'", "y = ref a[0]" },
        { "static double Rule(double[] x) { var a = x.ToArray(); double s = 0; foreach (ref readonly var y in a.AsSpan()) { a[1] = 3; s += y; } return s; }", "foreach by reference over what the rule can write to", "" },
        { "static double Rule(double[] x) { var l = new List<double>(x); var m = l; m.Add(1); return l[0]; }", "list 'l' in 'm = l'", "l" },
        { "static double Rule(double[] x) { var l = new List<double>(x); foreach (var y in l) l.Add(y); return l[0]; }", "list 'l' in 'l.Add(y)'", "l" },
        { "static double Rule(double[] x) { var l = new List<double>(x); foreach (var y in l.Where(z => z > 1)) l[0] = y; return l[0]; }", "list 'l' in 'l[0]'", "l" },
        { "static double Rule(double[] x) { var l = new List<double>(x); var q = l.Where(z => z > 1); l.Add(3); return q.Sum(); }", "list 'l' in", "l" },
        { "static double Rule(double[] x) { var l = new List<double>(x); void F() => l.Add(1); foreach (var y in l) F(); return l[0]; }", "list 'l' in", "l" },
        { "static double Rule(double[] x) { var l = new List<double>(x); l.AddRange(l.Where(y => y > 1)); return l[0]; }", "list 'l' in", "l" },
        { "static double Rule(double[] x) { var l = new List<double>(x); var p = (l, 1); p.l.Add(2); return l.Count; }", "list 'l' in '(l, 1)'", "l" },
        { "static double Rule(double[] x) { var l = new List<double>(x); IReadOnlyList<double> v = l; l.Add(2); return v.Count; }", "list 'l' in", "l" },
        { "static IReadOnlyList<double> Same(IReadOnlyList<double> v) => v; static double Rule(double[] x) { var l = new List<double>(x); var v = Same(l); l.Add(2); return v.Count; }", "list 'l' in 'Same(l)'", "l" },
        { "static void Grow(List<double> v) => v.Add(1); static double Rule(double[] x) { var l = new List<double>(x); Grow(l); return l.Count; }", "list 'l' in 'Grow(l)'", "l" },
        { "static double Rule(double[] x) { var l = new List<double>(x); l.Capacity = 10; return l.Count; }", "list 'l' in 'l.Capacity'", "l" },
        { "static double Rule(double[] x) { List<double> l; l = new List<double>(x); return l.Count; }", "second name for a list", "l" },
        { "static double Rule(double[] x) { new List<double>(x).Add(3); return 1; }", "call to List.Add(double), which is not known to be pure", "new List<double>(x).Add(3)" },
        { "static double Rule(double[] x) { var d = new Dictionary<int, double>(); return x[0]; }", "new Dictionary<int, double>, whose order is not part of its meaning; use an array with an element for every agent", "new Dictionary<int, double>()" },
        { "static double Rule(double[] x) { var d = new HashSet<int>(); return x[0]; }", "new HashSet<int>, whose order", "new HashSet<int>()" },
        { "static double Rule(double[] x) { var d = new Queue<int>(); return x[0]; }", "new Queue<int>; use a List or an array", "new Queue<int>()" },
        { "static double Rule(double[] x) { var y = x.ToArray(); Array.Sort(y, (p, q) => Math.Abs(p).CompareTo(Math.Abs(q))); return y[0]; }", "which leaves the order of equal elements open; use OrderBy", "Array.Sort(y, (p, q) => Math.Abs(p).CompareTo(Math.Abs(q)))" },
        { "static double Rule(double[] x) => x.Where(y => 1 / (int)y > 0).DefaultIfEmpty(2).First();", "of a sequence whose functions can fail; write ToArray() first", "x.Where(y => 1 / (int)y > 0).DefaultIfEmpty(2)" },
        { "static double Rule(double[] x) => x.Where(y => { while (y > 1) { } return true; }).ElementAtOrDefault(1);", "of a sequence whose functions can fail", "" },
        { "static double Rule(double[] x) => ((double[])(IEnumerable<double>)x).Length;", "", "" },
        { "static readonly (double A, int B)[] T = [(1, 2)]; static void Write() => T[0].A = 3; static double Rule(double x) => T[0].A;", "which may be written through", "T" },
        { "struct S { public double A; public void Set() => A = 3; } static readonly S[] T = [new S { A = 1 }]; static void Write() => T[0].Set(); static double Rule(double x) => T[0].A;", "which may be written through", "T" },
        { "static double Rule(double[] x) { var q = x.Where(y => y > 1); q = x.Where(y => y > 2); return q.Sum(); }", "query in the variable 'q', which is assigned again", "q = x.Where(y => y > 1)" },
        { "static double Rule(double[] x) => x.GroupBy(y => y).Count();", "", "x.GroupBy(y => y)" },
        { "static double Rule(double[] x) { Array.Sort(x.ToArray(), new double[3]); return 1; }", "which leaves the order of equal keys open; use OrderBy", "Array.Sort(x.ToArray(), new double[3])" },
        { "static double Rule(double x) => x is double.NaN ? 1 : checked((sbyte)(object)x);", "", "" },
        { "static double Rule(double x) => Undefined(x);", "'Undefined(x)', which does not compile", "Undefined(x)" },
        { "static double Rule(double x) => x +;", "", "" },
        { "double Rule(double x) => x;", "method that is not plainly static (instance, generic, asynchronous or by reference)", "double Rule(double x) => x;" },
        { "static string Rule(double x) => \"\";", "", "" },
        { "static double Rule(string x) => 1;", "parameter 'x' of type string, which rules do not compute with", "string x" },
        { "static double Rule(ref double x) => 1;", "parameter 'x' passed by reference", "static double Rule(ref double x) => 1;" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void A_construct_outside_the_subset_is_refused_at_its_place(string members, string words, string place)
    {
        var refusal = Read(members, out var text);
        Assert.NotNull(refusal);
        Assert.Contains(words, refusal.Words);
        if (place.Length > 0)
        {
            Assert.Equal(place, text(refusal));
        }
    }

    [Fact]
    public void Very_long_and_very_deep_rules_meet_a_limit()
    {
        Assert.Contains("nested deeper than 250 levels", Read($"static double Rule(double x) => {string.Concat(Enumerable.Repeat("Math.Abs(", 260))}x{new string(')', 260)};", out _)!.Words);
        var calls = string.Concat(Enumerable.Range(0, 14).Select(level => $"static double F{level + 1}(double x) => F{level}(x) + F{level}(x + 1); "));
        Assert.Contains("more than 20000 operations", Read($"static double F0(double x) => x; {calls} static double Rule(double x) => F14(x);", out _)!.Words);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        var compilation = Compile("static double Rule(double x) => x;");
        var method = Rule(compilation);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => RuleReader.Read(method, Difference.Roles(method), compilation.GetSemanticModel(compilation.SyntaxTrees[0]), cancelled.Token));
    }

    private static RuleRefusal? Read(string members, out Func<RuleRefusal, string> text)
    {
        var compilation = Compile(members);
        var method = Rule(compilation);
        var reading = RuleReader.Read(method, Difference.Roles(method), compilation.GetSemanticModel(method.DeclaringSyntaxReferences[0].SyntaxTree), CancellationToken.None);
        text = refusal => compilation.SyntaxTrees.Single(tree => tree.FilePath == refusal.Path).GetText().ToString(refusal.Span);
        return reading.Refusal;
    }

    private static CSharpCompilation Compile(string members)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        return CSharpCompilation.Create(
            "Refused",
            [
                CSharpSyntaxTree.ParseText($"{Usings}static partial class X {{ {members} }}", options, "Rule.cs"),
                CSharpSyntaxTree.ParseText(Helpers, options, "Helpers.cs"),
                CSharpSyntaxTree.ParseText("// <auto-generated/>\nstatic class Parts2 { public static double Twice(double x) => 2 * x; public static readonly System.Collections.Immutable.ImmutableArray<double> Table = [1]; }", options, "Parts2.cs"),
            ],
            Net100.References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
    }

    private static readonly string Usings = Helpers.Split('\n')[0].Trim();

    private static IMethodSymbol Rule(Compilation compilation) => compilation.GetTypeByMetadataName("X")!.GetMembers("Rule").OfType<IMethodSymbol>().Single();
}
