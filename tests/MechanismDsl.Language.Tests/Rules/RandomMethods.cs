using System.Globalization;
using System.Text;

namespace MechanismDsl.Language.Tests.Rules;

/// <summary>
/// Writes random C# methods inside the subset: side effects within expressions, loops with early exits, local functions that capture, switches,
/// patterns, queries, conversions, overflow, values that can be missing, lists, variables handed on by reference. All of them compile; many of them fail on some arguments, which is a result like any other.
/// </summary>
internal sealed class RandomMethods(ulong seed)
{
    private static readonly string[] Doubles = ["x", "y", "d"];
    private static readonly string[] Ints = ["i", "j", "n"];

    private readonly Samples _samples = new(seed);
    private int _names;
    private int _loops;

    /// <summary>A class with this many methods <c>R0</c>, <c>R1</c>, ….</summary>
    public string Class(string name, int methods)
    {
        var text = new StringBuilder("using System; using System.Collections.Generic; using System.Linq;\npublic static class ").Append(name).Append(" {\n");
        text.Append("  static double Early(double x, int n) { for (int k = 0; k < 3; k++) { if (x > n * k) return x - k; x += n; } return n % 7; }\n");
        text.Append("  static int Count(double[] a, double t) { int c = 0; foreach (var v in a) { if (v < t) continue; c++; if (c > 2) break; } return c; }\n");
        for (var method = 0; method < methods; method++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  static double R{method}(double[] b, double x, int i, long l, decimal m) {{ double y = x, d = 1.5; int j = 2, n = 0; bool p = x > 10; var a = new double[] {{ x, 2, y, 4 }}; ");
            text.Append("int? z = null; double? e = x > 30 ? x : null; var list = new List<double> { x, y }; bool Try(double q, ref int k, out double r) { k++; r = q * 2; return q > x; } ");
            text.Append(CultureInfo.InvariantCulture, $"double Local(double t) {{ n += 1; if (t > {Below(40)}) return t / 2; d = t; return {Double(2)}; }} ");
            _loops = 0;
            for (var statement = 0; statement < 4; statement++)
            {
                text.Append(Statement(2));
            }

            text.Append(CultureInfo.InvariantCulture, $"return {Double(3)} + y + d * 3 + i + j * 7 + n + a[0] + (double)m + l; }}\n");
        }

        return text.Append("}\n").ToString();
    }

    private int Below(int bound) => _samples.Below(bound);

    private string One(params string[] choices) => choices[Below(choices.Length)];

    private string Name(string start) => FormattableString.Invariant($"{start}{_names++}");

    private string Statement(int depth)
    {
        var inner = depth - 1;
        switch (Below(depth == 0 ? 8 : 15))
        {
            case 0: return $"{One(Doubles)} {One("=", "+=", "-=", "*=", "/=")} {Double(2)}; ";
            case 1: return $"{One(Ints)} {One("=", "+=", "-=", "*=", "%=", "^=", "|=", "&=")} {Int(2)}; ";
            case 2: return $"a[{Index()}] {One("=", "+=", "*=")} {Double(2)}; ";
            case 3: return $"(a[{Index()}], {One("x", "y")}, a[{Index()}]) = ({Double(1)}, {Double(1)}, {Double(1)}); ";
            case 4: return $"{One("i++", "--j", "n--", "x++", "l += i", "l *= 3", "m += i", "m /= 2", "p = !p", "p ^= x > y")}; ";
            case 5: return $"if ({Bool(2)}) {{ {(_loops > 0 ? One("break;", "continue;", "return d;", "x += 1;") : One("return x;", "y = 3;"))} }} ";
            case 6: return $"{One("z", "e")} {One("=", "??=")} {One(Int(1), "(int?)null", $"({Bool(1)} ? {Int(1)} : (int?)null)", "z + i", "-z")}; ";
            case 7: return $"{One($"list.Add({Double(1)})", $"list.RemoveAt(({Int(1)} & 3) % 5)", $"list.Insert({Below(3)}, {Double(1)})", $"list[({Int(1)} & 3) % list.Count] {One("=", "+=")} {Double(1)}", "list.Sort()", "list.Clear()", "list = [x, .. list]", "list.RemoveAll(q => q > x)", "list.AddRange(a)", "list.Remove(y)", "list.Reverse()")}; ";
            case 8: return $"if ({Bool(2)}) {{ {Statement(inner)}{Statement(inner)}}} else {{ {Statement(inner)}}} ";
            case 9: return Loop(inner);
            case 10: return $"switch ({Int(1)} % 4) {{ case 0: {Statement(0)}break; case 1 when {Bool(1)}: {Statement(0)}break; case 2: case -1: {Statement(0)}break; default: {Statement(0)}break; }} ".Replace("continue;", "y += 2;", StringComparison.Ordinal);
            case 11:
                var v = Name("v");
                return $"foreach (var {v} in {One("a", "b", "a.Where(q => q > x)", "b.OrderBy(q => q % 7)", "a.Skip(1)")}.ToArray()) {{ d += {v}; {Inside(inner)}}} ";
            case 12: return $"a = {One("b.Select(q => q + x).ToArray()", "[x, 1, y, d]", "a.AsEnumerable().Reverse().ToArray()", "(double[])a.Clone()", "a.OrderByDescending(q => q).ToArray()")}; ";
            case 13:
                var t = Name("t");
                return $"{{ var {t} = (Key: {Double(1)}, Who: {Int(1)}); ({One("x", "y")}, {One("i", "j")}) = {t}; }} ";
            default: return $"checked {{ {One(Ints)} += {Int(1)}; i = i * 3; }} ";
        }
    }

    private string Inside(int depth)
    {
        _loops++;
        var text = Statement(depth) + Statement(0);
        _loops--;
        return text;
    }

    private string Loop(int depth)
    {
        var k = Name("k");
        return Below(3) switch
        {
            0 => $"for (int {k} = {Below(3)}; {k} < {3 + Below(3)}; {k}++) {{ x += {k}; {Inside(depth)}}} ",
            1 => $"{{ int {k} = 0; while ({k}++ < 4 && {Bool(1)}) {{ {Inside(depth)}}} }} ",
            _ => $"{{ int {k} = 3; do {{ y -= {k}; {Inside(depth)}}} while (--{k} > 0 || {k} == 0 && {Bool(1)} && {k}-- == 0); }} ",
        };
    }

    /// <summary>Mostly inside the array.</summary>
    private string Index() => Below(8) == 0 ? $"({Int(1)}) % 6" : $"(({Int(1)}) & 3) % a.Length";

    private string Double(int depth)
    {
        if (depth == 0)
        {
            return One("x", "y", "d", "a[0]", "b[0]", "a[^1]", "2.5", "(double)i", "(x += 1)", "(d = y)", "-x", "(double)l", "(double)m");
        }

        var inner = depth - 1;
        return Below(20) switch
        {
            16 => $"({One("e", "e + z", "e * 2", "(double?)z / 2", $"({Bool(inner)} ? {Double(inner)} : (double?)null)", $"(e = {Double(inner)})")} ?? {Double(inner)})",
            17 => Present(Name("o"), inner),
            18 => Handed(Name("r"), inner),
            19 => One("list.Sum()", "list[0]", "list[^1]", "list.Max()", "(double)list.Where(q => q > x).Count()", "list.DefaultIfEmpty(3).Last()", $"list[({Int(inner)}) & 1]", "(double)list.IndexOf(x)", "a.Concat(list).Distinct().Sum()"),
            0 => $"({Double(inner)} {One("+", "-", "*", "/", "%")} {Double(inner)})",
            1 => $"({Bool(inner)} ? {Double(inner)} : {Double(inner)})",
            2 => $"Math.{One("Abs", "Floor", "Round", "Sqrt", "Truncate", "Ceiling", "Cbrt", "Exp", "Log10", "Log2", "Tanh", "Sinh", "Cosh", "Asinh", "Acosh", "Atanh", "Sin", "Cos", "Tan", "Asin", "Acos", "Atan")}({Double(inner)})",
            3 => $"Math.{One("Max", "Min")}({Double(inner)}, {Double(inner)})",
            4 => $"a[{Index()}]",
            5 => $"Early({Double(inner)}, {Int(inner)})",
            6 => $"{(depth == 3 ? "Local" : "Math.Abs")}({Double(inner)})",
            7 => $"({Double(inner)} switch {{ < 3 => {Double(inner)}, < 20 and var {Name("w")} => {Double(inner)}, 25 or > 60 => {Double(inner)}, _ => {Double(inner)} }})",
            8 => $"(double)({Int(inner)} {One("/", "*", "-")} {Int(inner)})",
            9 => $"(a[{Index()}] {One("=", "+=", "-=")} {Double(inner)})",
            10 => One("a.Sum()", "b.Max()", "a.Min()", "b.Average()", "a.Sum(q => q * 2)", "b.OrderByDescending(q => q).First()", "a.Where(q => q > 2).Sum()", "b.Select((q, k) => q * k).Max()"),
            11 => $"Math.Clamp({Double(inner)}, 1, 50)",
            12 => $"(double)(m {One("+", "-", "*")} {Int(inner)})",
            13 => Matched(Name("u"), inner),
            _ => Double(0),
        };
    }

    private string Matched(string name, int depth) => $"(({Double(depth)}, {Int(depth)}) is (> 5, var {name}) ? {name} : {Double(depth)})";

    private string Present(string name, int depth) => $"({One("e", "(double?)z", "e - z")} is {{ }} {name} ? {name} : {Double(depth)})";

    private string Handed(string name, int depth) => $"(Try({Double(depth)}, ref {One(Ints)}, out {One("var " + name, "double " + name)}) ? {name} : {Double(depth)})";

    private string Int(int depth)
    {
        if (depth == 0)
        {
            return One("i", "j", "n", "i++", "--j", "(n = i)", "a.Length", "(int)x", "b.Length");
        }

        var inner = depth - 1;
        return Below(14) switch
        {
            10 => $"(({Int(inner)}) {One("<<", ">>", ">>>")} ({Int(inner)}))",
            11 => $"({One("z", "z + j", "z * 2")} ?? {Int(inner)})",
            12 => $"(0 + {One(Double(inner), Int(inner))}).CompareTo({Int(inner)})",
            13 => One("list.Count", "z.GetValueOrDefault()", "(list.Count << i)", "(n | 7)", "(i & ~3)", "Array.FindIndex(a, q => q > x)"),
            0 => $"({Int(inner)} {One("+", "-", "*", "&", "|", "^")} {Int(inner)})",
            1 => $"({Int(inner)} {One("/", "%")} {Int(inner)})",
            2 => $"({Bool(inner)} ? {Int(inner)} : {Int(inner)})",
            3 => $"(int)({Double(inner)})",
            4 => $"(({Int(inner)}) {One("<<", ">>")} {1 + Below(5)})",
            5 => $"(int)(l {One("+", "*", "-")} {Int(inner)})",
            6 => $"(byte)({Int(inner)})",
            7 => "Count(a, x)",
            8 => $"Math.{One("Max", "Min")}({Int(inner)}, {Int(inner)})",
            _ => Int(0),
        };
    }

    private string Bool(int depth)
    {
        if (depth == 0)
        {
            return One("p", "(x > y)", "(i < j)", "(d >= 2)", "(a[0] == b[0])", "(p = !p)", "(i++ > 3)", "(l > 5)", "(m <= 20m)");
        }

        var inner = depth - 1;
        return Below(12) switch
        {
            8 => $"({One("e", "z")} {One("<", "<=", ">", ">=", "==", "!=")} {Int(inner)})",
            9 => One("z.HasValue", "(e == null)", "(z is > 3)", "(e is null)", "(e == z)", "list.Contains(y)", "(z != null)"),
            10 => $"(({Double(inner)}, {Int(inner)}) {One("==", "!=")} ({Double(inner)}, {Int(inner)}))",
            11 => $"Try({Double(inner)}, ref {One(Ints)}, out {One("d", "_", "y")})",
            0 => $"({Bool(inner)} {One("&&", "||", "&", "|", "^", "==", "!=")} {Bool(inner)})",
            1 => $"!({Bool(inner)})",
            2 => $"({Double(inner)} {One("<", "<=", ">", ">=", "==", "!=")} {Double(inner)})",
            3 => $"({Int(inner)} {One("<", "<=", ">", ">=", "==", "!=")} {Int(inner)})",
            4 => $"({Double(inner)} is > 3 and < 40 or 50)",
            5 => $"a.{One("Any", "All")}(q => q {One("<", ">")} {Below(50)})",
            _ => Bool(0),
        };
    }
}
