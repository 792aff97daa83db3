package org.curbside.http.internal;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A request in memory, and what is answered to it; what the door does not use is not there. */
final class Visit {

    private final String path;
    private final Map<String, String> sent;
    private final Map<String, String> answered = new TreeMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = 200;
    private boolean readable = true;

    Visit(String path, Map<String, String> sent) {
        this.path = path;
        this.sent = sent;
    }

    /** With a form that no container can take apart. */
    Visit withABrokenForm() {
        readable = false;
        return this;
    }

    HttpServletRequest request() {
        return standIn(HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getRequestURI" -> path;
            case "getMethod" -> sent.getOrDefault("method", "GET");
            case "getHeader" -> sent.get(arguments[0]);
            case "isSecure" -> false;
            case "getContentLengthLong" -> Long.parseLong(sent.getOrDefault("Content-Length", "-1"));
            case "getParameterMap" -> parameters();
            case "getInputStream" -> noBody();
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static ServletInputStream noBody() {
        return new ServletInputStream() {
            @Override
            public int read() {
                return -1;
            }

            @Override
            public boolean isFinished() {
                return true;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {}
        };
    }

    private Map<String, String[]> parameters() {
        if (!readable) {
            throw new IllegalStateException("Unable to parse form content");
        }
        return Map.of();
    }

    HttpServletResponse answer() {
        return standIn(HttpServletResponse.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "setStatus" -> status = (int) arguments[0];
                case "setHeader" -> answered.put((String) arguments[0], (String) arguments[1]);
                case "setContentType" -> answered.put("Content-Type", (String) arguments[0]);
                case "reset", "resetBuffer" -> body.reset();
                case "setContentLength" -> {}
                case "getStatus" -> {
                    return status;
                }
                case "isCommitted" -> {
                    return false;
                }
                case "getOutputStream" -> {
                    return output();
                }
                default -> throw new UnsupportedOperationException(method.getName());
            }
            return null;
        });
    }

    private ServletOutputStream output() {
        return new ServletOutputStream() {
            @Override
            public void write(int next) {
                body.write(next);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {}
        };
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return answered;
    }

    String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private static <T> T standIn(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
